// How MiniSearch indexes and asks: words may begin alike or be near, as its
// own examples do, and titles weigh twice.
export const options = { fields: ["title", "text"], storeFields: ["title", "summary"] };
export const query = { boost: { title: 2 }, prefix: true, fuzzy: 0.2 };
