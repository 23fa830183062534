import { Link } from 'react-router';
import { serverNow } from '../api/clock';
import type { Case } from '../api/caseTypes';
import { shortWhen } from '../ui/times';
import css from './CaseRow.module.css';
import { Due } from './Due';
import { useSource } from './source';
import { OUTCOMES, KINDS, agreed, whoOf } from './words';

interface Props {
  found: Case;
  chosen: boolean;
  /** The Client, where cases of several are listed. */
  client: string;
}

/** A case in the list: what it is, under which clause, who is in it, and how long there is. */
export function CaseRow({ found, chosen, client }: Props) {
  const source = useSource();
  const open = found.state === 'open';
  return (
    <li>
      <Link
        className={css.row}
        to={{ pathname: source.hrefOf(found), search: window.location.search }}
        aria-current={chosen ? 'true' : undefined}
        data-testid="case-row"
        data-kind={found.kind}
      >
        <span className={css.top}>
          <span className={css.kind} data-kind={found.kind}>
            {KINDS[found.kind]}
          </span>
          {found.clauses.map((clause) => (
            <span key={clause} className={css.clause}>
              {clause}
            </span>
          ))}
          <span className={css.gap} />
          {open ? <Due at={found.due_at} /> : <Ended found={found} />}
        </span>
        <span className={css.sentence}>{found.finding?.sentence ?? 'A case without a finding'}</span>
        <span className={css.who}>
          {[client, whoOf(found)].filter(Boolean).join(' · ')}
          {open && found.needs > 1 && <span className={css.eyes}>{`${agreed(found)} of ${found.needs} agree`}</span>}
        </span>
      </Link>
    </li>
  );
}

const Ended = ({ found }: { found: Case }) => (
  <span className={css.ended} data-outcome={found.outcome}>
    {found.state === 'lapsed' ? 'Nobody decided' : found.outcome && OUTCOMES[found.outcome]}
    {found.closed_at && <time dateTime={found.closed_at}> · {shortWhen(found.closed_at, serverNow())}</time>}
  </span>
);
