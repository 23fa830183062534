import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconHourglassOff, IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import { useByClock } from '../../api/clock';
import { useDeskState, type ClosedWay } from '../../shell/deskState';
import type { OnRefused } from '../ConversationPane';
import { windowSentence } from '../window';
import type { ComposerProps } from './Composer';
import dockCss from './Dock.module.css';
import { GateNotice } from './GateNotice';
import { kept } from './kept';
import { ReplyLater } from './ReplyLater';
import { TemplatePicker } from './TemplatePicker';
import { StaleNotice } from './StaleNotice';
import css from './WindowClosed.module.css';

const WAYS: { value: ClosedWay; label: string }[] = [
  { value: 'template', label: 'Template now' },
  { value: 'reply', label: 'Reply when they write' },
];

/** Outside the window: an approved template reaches the customer now, a reply waits until they write. */
export function WindowClosed(props: ComposerProps & { onRefused: OnRefused }) {
  const { detail, send, refused } = props;
  const { commands, closedWay, setClosedWay, setDialog } = useDeskState();
  const words = useByClock((now) => windowSentence(detail.window_expires_at, now));
  const [begun] = useState(() => kept.read(detail.conversation_id) !== '');
  const way = closedWay ?? (begun || detail.reply_waits ? 'reply' : 'template');
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
              Only an approved template reaches them now. A reply goes out when they write.{' '}
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
        <div className={css.ways}>
          <SegmentedControl<ClosedWay>
            fullWidth
            radius={10}
            classNames={{ root: css.switch, indicator: css.chosen }}
            value={way}
            onChange={setClosedWay}
            data={WAYS}
            aria-label="How to reach the customer"
            data-testid="closed-ways"
          />
        </div>
        {way === 'reply' ? (
          <ReplyLater {...props} />
        ) : (
          <>
            {refused?.error.decision ? (
              <GateNotice
                decision={refused.error.decision}
                tried
                actionFor={(step) => (step === 'ask_opt_in' ? { label: 'Record an opt-in', run: () => setDialog('opt_in') } : null)}
              />
            ) : (
              refused && <StaleNotice title={refused.error.message} words={refused.error.nextStep} />
            )}
            <div className={css.body}>
              <TemplatePicker detail={detail} send={send} />
            </div>
          </>
        )}
      </section>
    </div>
  );
}
