// A link that names an entry after # opens that entry in the form.
const form = document.getElementById("form");
if (form instanceof HTMLAnchorElement && location.hash.startsWith("#/")) location.replace(form.href + location.hash);

export {};
