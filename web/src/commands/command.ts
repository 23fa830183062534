import type { Content, Detail, Me, Offer, View } from '../api/types';
import type { Moves } from '../conversation/moves';
import type { OfferAnswers } from '../offers/answers';

export type DialogName = 'transfer' | 'snooze' | 'opt_in' | 'opt_out' | 'block' | 'blocked' | 'template' | 'palette' | 'shortcuts';

/** What a command may do to the page. */
export interface DeskControls {
  show: (view: View) => void;
  showCases: () => void;
  /** Moves the mark in the list by one row. */
  step: (by: 1 | -1) => void;
  openMarked: () => void;
  leaveConversation: () => void;
  focusSearch: () => void;
  focusComposer: () => void;
  writeNote: (on: boolean) => void;
  /** Shows, where the window is closed, the composer of a reply that waits. */
  replyLater: () => void;
  /** Puts the words into the composer, for another try. */
  beginWith: (content: Content) => void;
  toggleContext: () => void;
  open: (dialog: DialogName) => void;
}

export interface Settings {
  togglePresence: () => void;
  toggleColours: () => void;
  toggleSound: () => void;
  toggleNotices: () => void;
  logOut: () => void;
}

/** What a command looks at and acts through. */
export interface CommandContext {
  me: Me;
  conversation: Detail | null;
  offer: Offer | null;
  desk: DeskControls;
  moves: Moves;
  offers: OfferAnswers;
  settings: Settings;
}

export type CommandGroup = 'Go to' | 'Conversation' | 'Offers' | 'Desk';

export interface Command {
  name: string;
  title: string;
  group: CommandGroup;
  /** As `e`, `shift+e`, `mod+k`; the first one is shown. Single letters are left alone while one types. */
  shortcuts: string[];
  /** What it would act on now, null where it can not. */
  on: (context: CommandContext) => unknown;
  run: (context: CommandContext) => void;
}

interface Description<T> {
  name: string;
  title: string;
  group: CommandGroup;
  shortcut?: string | string[];
  on: (context: CommandContext) => T | null;
  run: (subject: T, context: CommandContext) => void;
}

/** Describe a command by what it acts on and what it does; `run` is called only where `on` gives something. */
export function command<T>({ name, title, group, shortcut = [], on, run }: Description<T>): Command {
  return {
    name,
    title,
    group,
    shortcuts: [shortcut].flat(),
    on,
    run: (context) => {
      const subject = on(context);
      if (subject !== null) run(subject, context);
    },
  };
}

/** The open conversation, where that move is possible now. */
export const whereIMay =
  (move: string) =>
  ({ conversation }: CommandContext): Detail | null =>
    conversation?.moves.includes(move) ? conversation : null;

export const always = (): true => true;
