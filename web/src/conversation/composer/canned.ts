import type { CannedReply } from '../../api/types';

/** What follows a `/` at the beginning of the text, null where no canned reply is being looked for. */
export function cannedQuery(text: string): string | null {
  const found = /^\/([^\s/]{0,40})$/u.exec(text);
  return found ? (found[1] ?? '').toLowerCase() : null;
}

/** Shortcuts that begin with the words come first, then those that hold them, then texts that do. */
export function filterCanned(replies: CannedReply[], query: string): CannedReply[] {
  const rank = ({ shortcut, text }: CannedReply): number => {
    const name = shortcut.toLowerCase().replace(/^\//, '');
    if (name.startsWith(query)) return 0;
    if (name.includes(query)) return 1;
    return text.toLowerCase().includes(query) ? 2 : 3;
  };
  return replies
    .map((reply) => ({ reply, at: rank(reply) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at || a.reply.shortcut.localeCompare(b.reply.shortcut))
    .map(({ reply }) => reply);
}

/** `{name}` and `{agent}` as the people they stand for. */
export const fillCanned = (text: string, names: { name: string; agent: string }): string =>
  text.replace(/\{(name|agent)\}/g, (_, which: 'name' | 'agent') => names[which]);
