import { Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import { Notice } from '../ui/Notice';
import { listed, plural, sentenceCase } from '../ui/words';
import { momentInside } from './moments';
import { PageHead } from './PageHead';
import { reasonParts } from './reasonParts';
import { useRulebook } from './queries';
import css from './RulebookPage.module.css';

/** The rules of the gate, each with its reason. */
export function RulebookPage() {
  const { data, error, isPending, refetch } = useRulebook();
  return (
    <>
      <PageHead title="Rulebook" words={data ? `Version ${data.version}, ${plural(data.rules.length, 'rule')}. Every message is put to all of them.` : 'The rules of the gate'} />
      {isPending && <Skeleton height={240} radius={14} />}
      {error && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      <ul className={css.rules}>
        {data?.rules
          .toSorted((a, b) => a.clause.localeCompare(b.clause, 'en', { numeric: true }) || a.name.localeCompare(b.name))
          .map((rule) => (
            <li key={rule.name} className={css.rule}>
              <Link to={`/provider/decisions?clause=${rule.clause}`} className={css.clause} aria-label={`Decisions by clause ${rule.clause}`}>
                {rule.clause}
              </Link>
              <div>
                <h2 className={css.title}>{rule.title}</h2>
                {reasonParts(rule.reason, rule.title).map(({ name, text }) => (
                  <p key={name} className={css.reason} data-part={name}>
                    {name && <span className={css.part}>{name}</span>} <span>{text}</span>
                  </p>
                ))}
                <p className={css.moments}>
                  {sentenceCase(rule.name)} · asked {listed(rule.moments.map(momentInside))}
                </p>
              </div>
            </li>
          ))}
      </ul>
    </>
  );
}
