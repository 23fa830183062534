import { Link } from 'react-router';
import type { Verdict } from '../api/types';
import css from './VerdictBar.module.css';
import { VERDICTS, verdictWord } from './verdicts';

/** The share of each verdict, and the numbers as links into the log. */
export function VerdictBar({ counts, hrefOf }: { counts: Record<Verdict, number>; hrefOf: (verdict: Verdict) => string }) {
  const total = VERDICTS.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0);
  return (
    <>
      <span className={css.bar} aria-hidden>
        {VERDICTS.map((verdict) => (
          <span key={verdict} data-verdict={verdict} style={{ flexGrow: counts[verdict] ?? 0 }} />
        ))}
      </span>
      {total === 0 ? (
        <p className={css.none}>None yet</p>
      ) : (
        <ul className={css.counts}>
          {VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => (
            <li key={verdict}>
              <Link to={hrefOf(verdict)} className={css.count} data-verdict={verdict}>
                <span className={css.dot} /> {counts[verdict].toLocaleString('en-GB')} {verdictWord(verdict).toLowerCase()}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
