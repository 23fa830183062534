import { stored } from '../../ui/stored';

/** What one has begun to write, kept for each conversation until it is sent. */
export const kept = {
  read: (id: string): string => stored.get(`draft:${id}`),
  write: (id: string, text: string): void => stored.set(`draft:${id}`, text.trim() ? text : ''),
};
