import { command, whereIMay } from './command';

/** Take the reply back that waits for the customer; its words come back into the composer. */
export const withdrawReply = command({
  name: 'conversation.withdraw_reply',
  title: 'Take the waiting reply back',
  group: 'Conversation',
  on: (context) => {
    const mine = whereIMay('send')(context);
    return mine?.waiting_reply ? mine : null;
  },
  run: ({ conversation_id: id, waiting_reply: reply }, { desk, moves }) =>
    moves.withdrawReply(id, () => reply && desk.beginWith(reply.content)),
});
