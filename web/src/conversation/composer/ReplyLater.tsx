import { Button } from '@mantine/core';
import { IconMessagePause } from '@tabler/icons-react';
import { useByClock } from '../../api/clock';
import { useLetReplyWait } from '../../api/waitingReplies';
import { useDeskState } from '../../shell/deskState';
import type { OnRefused } from '../ConversationPane';
import { whyStopped } from '../waitingReply';
import { Composer, type ComposerProps } from './Composer';
import { kept } from './kept';
import css from './ReplyLater.module.css';

/** Where one writes what leaves when the customer next writes; one that waits already is changed here. */
export function ReplyLater(props: ComposerProps & { onRefused: OnRefused }) {
  const { detail, onRefused } = props;
  const { begins, setBegins } = useDeskState();
  const { conversation_id: id, waiting_reply: reply } = detail;
  const waits = useByClock((now) => reply !== null && whyStopped(reply, now) === '');
  const { mutate, isPending } = useLetReplyWait(id, { onKept: () => setBegins(null), onRefused });
  if (reply && waits && !begins && !isPending && !props.refused) {
    return (
      <div className={css.waits} role="status">
        <IconMessagePause size={18} className={css.icon} aria-hidden />
        <p className={css.words}>The reply above goes out by itself, once, when they write.</p>
      </div>
    );
  }
  const leave = (): void => {
    kept.write(id, '');
    setBegins(null);
    props.onRefusedDone();
  };
  return (
    <div className={css.body}>
      <Composer
        {...props}
        waits={{ busy: isPending }}
        send={(content, ownerVersion, replyTo = null) => mutate({ content, ownerVersion, replyTo })}
      />
      {reply && waits && (
        <p className={css.instead}>
          These words take the place of the reply that waits.
          <Button variant="subtle" color="gray" size="compact-sm" onClick={leave}>
            Leave it as it is
          </Button>
        </p>
      )}
    </div>
  );
}
