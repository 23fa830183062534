import { Tooltip } from '@mantine/core';
import type { ThreadEvent } from '../api/types';
import { fullTime, timeOf } from '../ui/times';
import css from './EventLine.module.css';
import { eventSentence } from './eventSentence';

/** What happened to the conversation, as a quiet line between the messages. */
export function EventLine({ event }: { event: ThreadEvent }) {
  const reason = typeof event.data['reason'] === 'string' ? event.data['reason'] : '';
  return (
    <div className={css.line} data-kind={event.kind}>
      <span>
        {eventSentence(event)}
        {reason && ` · ${reason}`}
        <Tooltip label={fullTime(event.at)}>
          <time className={css.time} dateTime={event.at}>
            {timeOf(event.at)}
          </time>
        </Tooltip>
      </span>
    </div>
  );
}
