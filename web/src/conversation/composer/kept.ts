import { useSyncExternalStore } from 'react';
import { stored } from '../../ui/stored';

const listeners = new Set<() => void>();

/** What one has begun to write, kept for each conversation until it is sent. */
export const kept = {
  read: (id: string): string => stored.get(`draft:${id}`),
  write: (id: string, text: string): void => {
    stored.set(`draft:${id}`, text.trim() ? text : '');
    for (const listener of listeners) listener();
  },
};

/** The same for a place that only shows it. */
export const useKept = (id: string): string => useSyncExternalStore(subscribe, () => kept.read(id));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
