import { Button } from '@mantine/core';
import { useState } from 'react';
import { serverNow } from '../../api/clock';
import type { Detail } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { dayLabel, timeOf } from '../../ui/times';
import css from './Dialogs.module.css';
import { snoozePresets } from './snoozePresets';

export function SnoozeDialog({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const { commands } = useDeskState();
  const [own, setOwn] = useState('');
  const now = serverNow();
  const closes = detail.window_expires_at ? Date.parse(detail.window_expires_at) : null;
  const snooze = (until: Date): void => {
    commands.moves.snooze(detail.conversation_id, until);
    onClose();
  };
  const chosen = own ? new Date(own) : null;
  return (
    <div className={css.stack}>
      <ul className={css.choices}>
        {snoozePresets(now).map(({ label, until }) => (
          <li key={label}>
            <button type="button" className={css.choice} onClick={() => snooze(until)} data-testid="snooze-option">
              <span className={css.choiceName}>{label}</span>
              <span className={css.choiceMore}>
                {dayLabel(until.getTime(), now)} {timeOf(until.getTime())}
                {closes !== null && until.getTime() > closes && ' · after the window closes'}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className={css.inline}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen && chosen.getTime() > now) snooze(chosen);
        }}
      >
        <input type="datetime-local" className={css.date} value={own} onChange={(event) => setOwn(event.currentTarget.value)} aria-label="Another time" />
        <Button type="submit" variant="light" disabled={!chosen || chosen.getTime() <= now}>
          Snooze
        </Button>
      </form>
      <p className={css.hint}>It comes back to you then, or as soon as the customer writes.</p>
    </div>
  );
}
