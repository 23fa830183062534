import { Button } from '@mantine/core';
import { IconMessagePause } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
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
    return <Waits />;
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

/** In the place of the editor. Whoever wrote in that stands here now, not at the top of the page. */
function Waits() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} className={css.waits} role="status" tabIndex={-1} data-testid="reply-waits">
      <IconMessagePause size={18} className={css.icon} aria-hidden />
      <p className={css.words}>The reply above goes out by itself, once, when they write.</p>
    </div>
  );
}
