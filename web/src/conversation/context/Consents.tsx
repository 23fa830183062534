import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPlus } from '@tabler/icons-react';
import { serverNow } from '../../api/clock';
import type { Consent } from '../../api/types';
import { whenAndTime } from '../../ui/times';
import { sentenceCase } from '../../ui/words';
import css from './ContextPane.module.css';

/** What the customer said about being written to; the newest word on each purpose is the one that counts. */
export function Consents({ consents, onOptIn }: { consents: Consent[]; onOptIn: () => void }) {
  // Whoever stopped everything has stopped each purpose that they agreed to before.
  const stopped = consents.find(({ purpose, action }) => purpose === 'all' && action === 'opt_out');
  return (
    <>
      {consents.length === 0 && <p className={css.soft}>Nothing on record. Answers within the window need none.</p>}
      <ul className={css.list}>
        {consents.map((consent, index) => {
          const agreed = consent.action === 'opt_in';
          const past = agreed && stopped !== undefined && Date.parse(stopped.at) >= Date.parse(consent.at);
          const Glyph = agreed ? IconCircleCheck : IconCircleX;
          return (
            <li key={index} className={css.consent} data-action={consent.action} data-past={past || undefined}>
              <Glyph size={18} stroke={1.8} aria-hidden />
              <span>
                {past ? 'Had opted in' : agreed ? 'Opted in' : 'Opted out'} · {consent.purpose === 'all' ? 'all messages' : consent.purpose}
                <span className={css.softBlock}>
                  {whenAndTime(consent.at, serverNow())}, by {sentenceCase(consent.method).toLowerCase()}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} />} onClick={onOptIn} ml={-8} data-testid="opt-in">
        Record an opt-in
      </Button>
    </>
  );
}
