// The name under which a new workflow is kept, made from its title.

const MOST = 50;
const NAMELESS = "workflow"; // Of a title that has no Latin letter, such as one in Hindi.

// Small letters, digits and hyphens, as the language wants them, and none of those that are taken.
export function nameFrom(title, taken) {
  if (!title) return "";
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const base = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+/, "").slice(0, MOST).replace(/-+$/, "");
  const first = base.length > 1 ? base : NAMELESS;
  let name = first;
  for (let number = 2; taken?.has(name); number += 1) name = `${first}-${number}`;
  return name;
}
