import { command, whereIMay } from './command';

/** Write a note that only colleagues see. */
export const writeNote = command({
  name: 'conversation.note',
  title: 'Write an internal note',
  group: 'Conversation',
  shortcut: 'n',
  on: whereIMay('note'),
  run: (_conversation, { desk }) => desk.writeNote(true),
});
