import { createContext, useContext, type RefObject } from 'react';
import type { CommandContext, DialogName } from '../commands/command';
import type { Content, Detail, Offer, View } from '../api/types';

/** The two lawful ways on once the window is closed. */
export type ClosedWay = 'reply' | 'template';

export interface Begins {
  content: Content;
  /** Grows, so that the same words twice are two beginnings. */
  count: number;
}

export interface DeskState {
  view: View;
  setView: (view: View) => void;
  q: string;
  setQ: (q: string) => void;
  conversationId: string;
  detail: Detail | null;
  hrefOf: (conversationId: string) => string;
  offers: Offer[];
  dialog: DialogName | null;
  setDialog: (dialog: DialogName | null) => void;
  noteMode: boolean;
  setNoteMode: (on: boolean) => void;
  /** What is chosen where the window is closed; null: what fits. */
  closedWay: ClosedWay | null;
  setClosedWay: (way: ClosedWay) => void;
  /** What the composer was told to begin with; null: with what one had begun to write. */
  begins: Begins | null;
  setBegins: (begins: Begins | null) => void;
  contextOpen: boolean;
  setContextOpen: (open: boolean) => void;
  sound: boolean;
  notices: boolean;
  /** Messages of customers that wait in my own conversations. */
  unread: number;
  /** What the list and the composer offer to the commands. */
  listHandle: RefObject<ListHandle | null>;
  search: RefObject<HTMLInputElement | null>;
  composer: RefObject<HTMLTextAreaElement | null>;
  commands: CommandContext;
}

export interface ListHandle {
  step: (by: 1 | -1) => void;
  openMarked: () => void;
}

export const DeskContext = createContext<DeskState | null>(null);

export function useDeskState(): DeskState {
  const state = useContext(DeskContext);
  if (!state) throw new Error('only on the desk');
  return state;
}
