export type Style = 'bold' | 'italic' | 'strike' | 'code';

export interface Span {
  text: string;
  styles: Style[];
  href?: string;
}

const INVITATION = /^https:\/\/chat\.whatsapp\.com\/[\w-]+/i;
const CHAT_LINK = /^https?:\/\/(?:www\.)?(?:wa\.me\/(?:message\/)?\w|api\.whatsapp\.com\/send\?)/i;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"']+[^\s<>"'.,;:!?)\]]|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/gi;
const MARKS: Record<string, Style> = { '*': 'bold', _: 'italic', '~': 'strike' };
const MARKED = /```([^`]+)```|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\3(?![\p{L}\p{N}])/u;

/** Text as spans: *bold*, _italic_, ~struck~, ```code```, `code`, web addresses and e-mail. Anything else stays as typed. */
export function richText(text: string, styles: Style[] = []): Span[] {
  return split(text, LINK).flatMap(({ part, matched }) =>
    matched ? [{ text: part, styles, href: addressOf(part) }] : marked(part, styles),
  );
}

function marked(text: string, styles: Style[]): Span[] {
  const found = MARKED.exec(text);
  if (!found) return text ? [{ text, styles }] : [];
  const [whole, block, line, mark = '', inner = ''] = found;
  const code = block ?? line;
  const style = MARKS[mark];
  const middle: Span[] =
    code === undefined && style
      ? marked(inner, [...styles, style])
      : [{ text: code ?? '', styles: [...styles, 'code'] }];
  return [
    ...(found.index ? [{ text: text.slice(0, found.index), styles }] : []),
    ...middle,
    ...marked(text.slice(found.index + whole.length), styles),
  ];
}

function split(text: string, pattern: RegExp): { part: string; matched: boolean }[] {
  const parts: { part: string; matched: boolean }[] = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) parts.push({ part: text.slice(end, found.index), matched: false });
    parts.push({ part: found[0], matched: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ part: text.slice(end), matched: false });
  return parts;
}

/** Whether a tap opens a group on this phone, not a page. */
export const isInvitation = (href: string): boolean => INVITATION.test(href);

/** Whether a tap opens a chat with a business, not a page. */
export const isChatLink = (href: string): boolean => CHAT_LINK.test(href);

/** Whether a tap stays on this phone. */
export const opensHere = (href: string): boolean => isInvitation(href) || isChatLink(href);

function addressOf(link: string): string {
  if (/^https?:/i.test(link)) return link;
  return link.includes('@') ? `mailto:${link}` : `https://${link}`;
}
