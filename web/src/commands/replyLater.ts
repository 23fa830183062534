import { serverNow } from '../api/clock';
import { fitsComposer } from '../conversation/waitingReply';
import { windowOpen } from '../conversation/window';
import { command, whereIMay } from './command';

/** Write what leaves when the customer next writes, or change what waits already: the window is closed. */
export const replyLater = command({
  name: 'conversation.reply_later',
  title: 'Reply when they write',
  group: 'Conversation',
  shortcut: 'w',
  on: (context) => {
    const mine = whereIMay('send')(context);
    return mine && !windowOpen(mine.window_expires_at, serverNow()) ? mine : null;
  },
  run: ({ waiting_reply: reply }, { desk }) => {
    if (reply && fitsComposer(reply)) desk.beginWith(reply.content);
    else desk.replyLater();
  },
});
