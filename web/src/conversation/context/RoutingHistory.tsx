import { serverNow } from '../../api/clock';
import type { Routed } from '../../api/types';
import { whenAndTime } from '../../ui/times';
import { sentenceCase } from '../../ui/words';
import css from './ContextPane.module.css';

/** To whom it was offered, why, and what came of it; newest first. */
export function RoutingHistory({ routing }: { routing: Routed[] }) {
  return (
    <ol className={css.history}>
      {routing.map((step, index) => (
        <li key={index} data-outcome={step.outcome}>
          <p>
            <strong>{step.account_name}</strong> · {sentenceCase(step.outcome).toLowerCase()}
          </p>
          <p className={css.soft}>{step.reason}</p>
          <time className={css.soft} dateTime={step.at}>
            {whenAndTime(step.at, serverNow())}
          </time>
        </li>
      ))}
    </ol>
  );
}
