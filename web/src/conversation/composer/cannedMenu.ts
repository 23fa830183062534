import { useState, type KeyboardEvent } from 'react';
import { useCannedReplies } from '../../api/queries';
import type { CannedReply } from '../../api/types';
import { cannedQuery, filterCanned } from './canned';

interface Menu {
  isOpen: boolean;
  fitting: CannedReply[];
  at: number;
  /** Whether the key was for the menu. */
  takesKey: (event: KeyboardEvent) => boolean;
}

/** The canned replies while one looks for one: arrows move, Enter and Tab choose. */
export function useCannedMenu(text: string, choose: (reply: CannedReply) => void): Menu {
  const { data: replies = [] } = useCannedReplies();
  const query = cannedQuery(text);
  const fitting = query === null ? [] : filterCanned(replies, query);
  const [marked, setMarked] = useState({ query, at: 0 });
  const at = marked.query === query ? Math.min(marked.at, Math.max(0, fitting.length - 1)) : 0;
  const takesKey = (event: KeyboardEvent): boolean => {
    const chosen = fitting[at];
    if (!chosen) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setMarked({ query, at: (at + by + fitting.length) % fitting.length });
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen);
    else return false;
    event.preventDefault();
    return true;
  };
  return { isOpen: query !== null && replies.length > 0, fitting, at, takesKey };
}
