import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHourglassOff, IconNote } from '@tabler/icons-react';
import { useByClock } from '../../api/clock';
import type { Content, Detail } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import type { Refused } from '../ConversationPane';
import { windowSentence } from '../window';
import dockCss from './Dock.module.css';
import { GateNotice } from './GateNotice';
import { kept } from './kept';
import { TemplatePicker } from './TemplatePicker';
import { StaleNotice } from './StaleNotice';
import css from './WindowClosed.module.css';

interface Props {
  detail: Detail;
  send: (content: Content, ownerVersion: number) => void;
  refused: Refused | null;
}

/** In place of the composer: outside the window only an approved template may reach the customer. */
export function WindowClosed({ detail, send, refused }: Props) {
  const { commands, setDialog } = useDeskState();
  const words = useByClock((now) => windowSentence(detail.window_expires_at, now));
  const begun = kept.read(detail.conversation_id);
  return (
    <div className={dockCss.dock}>
      <section className={css.closed} aria-label="The window is closed" data-testid="window-closed">
        <header className={css.head}>
          <span className={css.icon}>
            <IconHourglassOff size={20} stroke={1.7} aria-hidden />
          </span>
          <div className={css.words}>
            <p className={css.title}>{detail.window_expires_at ? `The 24-hour window ${words}` : 'This customer has not written yet'}</p>
            <p className={css.why}>
              Until they write again, only an approved template can be sent.{' '}
              <span className={css.clause} title="Clause C4 of the policy">
                C4
              </span>
            </p>
          </div>
          <Tooltip label="Internal note (N)">
            <ActionIcon size={36} aria-label="Write an internal note" onClick={() => commands.desk.writeNote(true)} data-testid="note-open">
              <IconNote size={19} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </header>
        {refused?.error.decision ? (
          <GateNotice
            decision={refused.error.decision}
            tried
            actionFor={(step) => (step === 'ask_opt_in' ? { label: 'Record an opt-in', run: () => setDialog('opt_in') } : null)}
          />
        ) : (
          refused && <StaleNotice title={refused.error.message} words={refused.error.nextStep} />
        )}
        {begun && (
          <p className={css.begun}>
            Kept for later: <q>{begun.length > 160 ? `${begun.slice(0, 160)}…` : begun}</q>
          </p>
        )}
        <div className={css.body}>
          <TemplatePicker detail={detail} send={send} />
        </div>
      </section>
    </div>
  );
}
