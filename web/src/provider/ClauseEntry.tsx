import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { CoveredClause, PolicyControl } from '../api/types';
import { plural, sentenceCase } from '../ui/words';
import css from './CoveragePage.module.css';
import { verdictWord } from './verdicts';

/** A clause; opened, its controls with their examples and tests. */
export function ClauseEntry({ clause }: { clause: CoveredClause }) {
  const [open, setOpen] = useState(false);
  return (
    <li className={css.clause} data-testid={`clause-${clause.id}`}>
      <button type="button" className={css.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={css.id}>{clause.id}</span>
        <span className={css.words}>
          <span className={css.title}>{clause.title}</span>
          <span className={css.soft}>{clause.asks}</span>
        </span>
        <span className={css.status} data-status={clause.status}>
          {clause.in_part && clause.status !== 'open' ? `${clause.status}, in part` : clause.status}
        </span>
        <IconChevronDown size={17} className={css.arrow} aria-hidden />
      </button>
      {open && (
        <div className={css.detail}>
          <p className={css.soft}>
            To be held at: {clause.moments.join(', ')}
            {clause.unheld.length > 0 && <span className={css.unheld}> · not held yet at: {clause.unheld.join(', ')}</span>}
          </p>
          {clause.remains && <p>Left to people: {clause.remains}</p>}
          {clause.controls.length === 0 && <p>Nothing in the product holds this clause yet.</p>}
          <ul className={css.controls}>
            {clause.controls.map((control) => (
              <Control key={control.name} control={control} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

const Control = ({ control }: { control: PolicyControl }) => (
  <li className={css.control}>
    <p className={css.title}>{control.title}</p>
    <p>{control.says}</p>
    <dl className={css.facts}>
      <Fact name={control.kind === 'rule' ? 'Rule' : 'Part'} value={sentenceCase(control.name)} />
      {control.verdict && <Fact name="Hardest verdict" value={verdictWord(control.verdict)} />}
      <Fact name="Status" value={control.status} />
      <Fact name="Moments" value={control.moments.join(', ')} />
      <Fact name="Examples" value={`${plural(control.breaches, 'breach', 'breaches')}, ${plural(control.look_alikes, 'look-alike')}`} />
    </dl>
    <details className={css.tests}>
      <summary>{plural(control.tests.length, 'test')}, and where it is</summary>
      <ul>
        <li>
          <code>{control.where}</code>
        </li>
        {control.tests.map((test) => (
          <li key={test}>
            <code>{test}</code>
          </li>
        ))}
      </ul>
    </details>
  </li>
);

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
