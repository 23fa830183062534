import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldX } from '@tabler/icons-react';
import type { Decision, Finding, NextStep } from '../../api/types';
import css from './GateNotice.module.css';

export interface NextStepAction {
  label: string;
  run: () => void;
}

interface Props {
  decision: Decision;
  /** It was already tried, and refused. */
  tried?: boolean;
  actionFor: (step: NextStep) => NextStepAction | null;
}

/** What the policy's gate says of the words: clause, sentence, and the lawful way on as a button. */
export function GateNotice({ decision, tried = false, actionFor }: Props) {
  const findings = decision.findings.filter(({ verdict }) => verdict !== 'allow');
  if (decision.verdict === 'allow' || findings.length === 0) return null;
  const blocks = decision.verdict === 'block';
  const waits = decision.verdict === 'hold';
  const Glyph = blocks ? IconShieldX : IconAlertTriangle;
  return (
    <div className={css.notice} data-tone={blocks ? 'red' : 'amber'} data-verdict={decision.verdict} role={tried ? 'alert' : 'status'} data-testid="gate-notice">
      <Glyph size={18} className={css.icon} aria-hidden />
      <div className={css.findings}>
        {waits && <p className={css.tried}>It will wait for a second person before it is sent.</p>}
        {tried && <p className={css.tried}>Not sent. Your words are still here.</p>}
        {findings.map((finding) => (
          <OneFinding key={`${finding.rule}:${finding.clause}`} finding={finding} action={actionFor(finding.next_step)} />
        ))}
      </div>
    </div>
  );
}

function OneFinding({ finding, action }: { finding: Finding; action: NextStepAction | null }) {
  return (
    <div className={css.finding}>
      <div className={css.words}>
        <p className={css.sentence} dir="auto">
          {finding.sentence}
          <span className={css.clause} title={`Clause ${finding.clause} of the policy`}>
            {finding.clause}
          </span>
        </p>
        {finding.next_sentence && <p className={css.next} dir="auto">{finding.next_sentence}</p>}
      </div>
      {action && (
        <Button size="compact-sm" variant="default" onClick={action.run} data-testid={`gate-step-${finding.next_step}`}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
