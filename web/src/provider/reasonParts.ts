export interface ReasonPart {
  /** Why, Allowed, Denied; '' for words before any of them. */
  name: string;
  text: string;
}

/** A rule's reason in its parts: why it is there, and an example of each side. The title is not said twice. */
export function reasonParts(reason: string, title: string): ReasonPart[] {
  const words = reason.replace(/\s+/g, ' ').trim();
  const said = words.startsWith(title) ? words.slice(title.length).trim() : words;
  const [before = '', ...rest] = said.split(/(?:^|(?<=[.:;!?”)] ))(Why|Allowed|Denied): /);
  const parts: ReasonPart[] = before.trim() ? [{ name: '', text: upper(before.trim()) }] : [];
  for (let at = 0; at + 1 < rest.length; at += 2) parts.push({ name: rest[at]!, text: upper(rest[at + 1]!.trim()) });
  return parts;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
