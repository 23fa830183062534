import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { serverNow } from '../api/clock';
import type { LoggedDecision } from '../api/types';
import { fullTime, whenAndTime } from '../ui/times';
import { sentenceCase } from '../ui/words';
import { DecisionDetail } from './DecisionDetail';
import { momentWord } from './moments';
import css from './DecisionsPage.module.css';
import { verdictWord } from './verdicts';

export function DecisionRow({ decision }: { decision: LoggedDecision }) {
  const [open, setOpen] = useState(false);
  const { seq, at, verdict, clauses, findings, author, moment } = decision;
  return (
    <tbody className={css.decision}>
      <tr className={css.row} onClick={() => setOpen(!open)} data-open={open || undefined} data-testid="decision-row">
        <td className={css.number}>{seq}</td>
        <td title={fullTime(at)} className={css.nowrap}>
          {whenAndTime(at, serverNow())}
        </td>
        <td>
          <span className={css.verdict} data-verdict={verdict}>
            {verdictWord(verdict)}
          </span>
        </td>
        <td className={css.clauses}>{clauses.join(', ')}</td>
        <td className={css.found}>{findings[0]?.sentence ?? 'Nothing to object to'}</td>
        <td className={css.who}>{author.name || sentenceCase(author.kind)}</td>
        <td className={css.moment}>{momentWord(moment)}</td>
        <td>
          <button
            type="button"
            className={css.toggle}
            aria-expanded={open}
            aria-label={`Details of decision ${seq}`}
            onClick={(event) => {
              event.stopPropagation();
              setOpen(!open);
            }}
          >
            <IconChevronDown size={17} />
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={8} className={css.detail}>
            <DecisionDetail decision={decision} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
