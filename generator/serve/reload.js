// Part of the local server, and of no published site.
(() => {
	const script = document.currentScript;
	const address = new URL(script.src);
	const ask = (what) => {
		const url = new URL(what, address);
		url.searchParams.set("page", script.dataset.page);
		url.searchParams.set("shown", script.dataset.shown);
		return url;
	};
	let events;

	// The note is put in the place of the one before, and stays open if that was.
	const note = async () => {
		const text = await (await fetch(ask("note"))).text();
		const before = document.getElementById("signpost-note");
		const open = before?.querySelector("details")?.open;
		before?.remove();
		document.body.insertAdjacentHTML("beforeend", text);
		const details = document.querySelector("#signpost-note details");
		if (details && open) details.open = true;
	};

	const listen = () => {
		events?.close();
		if (document.hidden) return;
		events = new EventSource(ask("events"));
		events.onmessage = (e) => e.data === "reload" ? location.reload() : note().catch(() => {});
	};
	document.addEventListener("visibilitychange", listen);
	addEventListener("pagehide", () => events?.close());
	listen();
})();
