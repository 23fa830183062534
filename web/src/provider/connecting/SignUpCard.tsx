import { Button, Loader, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { serverNow } from '../../api/clock';
import { signUps, type SignUp } from '../../api/signUps';
import { Notice } from '../../ui/Notice';
import { whenInside } from '../../ui/times';
import { useAct } from '../queries';
import css from './Connect.module.css';

const STATES: Record<SignUp['state'], string> = {
  open: 'In the dialogue',
  waiting: 'Connecting',
  stopped: 'Stopped',
  connected: 'Connected',
  cancelled: 'Not connected',
};
const ASKED = {
  pin: { label: 'Two-step PIN', words: 'Six digits of the business’s choice.' },
  code: { label: 'Code', words: 'The six digits that came by SMS.' },
};

/** One sign-up: how far it came, and what to do where it stopped. */
export function SignUpCard({ tenantId, signUp }: { tenantId: string; signUp: SignUp }) {
  const { state, steps, all, trouble, needs } = signUp;
  return (
    <li className={css.signUp} data-testid="sign-up" data-state={state}>
      <header className={css.line}>
        <strong className={css.state} data-state={state}>
          {state === 'waiting' && <Loader size={14} aria-hidden />}
          {STATES[state]}
        </strong>
        <span className={css.soft}>
          {[signUp.number_id && `Number ${signUp.number_id}`, signUp.in_app && 'stays in the Business App', `begun ${whenInside(signUp.begun_at, serverNow())}`, signUp.begun_by && `by ${signUp.begun_by}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      {(state === 'waiting' || steps.length > 0) && (
        <details open={state !== 'connected' || undefined}>
          <summary className={css.soft} aria-live="polite">
            {steps.length} of {all} steps
          </summary>
          <ol className={css.steps}>
            {steps.map(({ name, sentence }) => (
              <li key={name}>
                <IconCircleCheck size={16} aria-hidden className={css.done} />
                <span>
                  {lines(sentence).map((line, place) => (
                    <span key={line} className={place > 0 ? css.warning : undefined}>
                      {line}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {trouble && (
        <Notice tone={state === 'stopped' ? 'red' : 'amber'} title={trouble} testId="sign-up-trouble" />
      )}
      {state === 'stopped' && <Again tenantId={tenantId} id={signUp.sign_up_id} needs={needs} />}
      {state === 'connected' && (
        <p className={css.next}>
          Nothing is sent from it before somebody has <Link to="/provider/clients">confirmed its profile</Link>.
        </p>
      )}
    </li>
  );
}

function Again({ tenantId, id, needs }: { tenantId: string; id: string; needs: SignUp['needs'] }) {
  const [given, setGiven] = useState('');
  const act = useAct('The steps are taken again.');
  const asked = needs === 'pin' || needs === 'code' ? ASKED[needs] : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act.mutate(() => signUps.again(tenantId, id, needs === 'pin' ? { pin: given } : needs === 'code' ? { sms: given } : {}));
  };
  return (
    <form className={css.again} onSubmit={submit}>
      {asked && <Digits label={asked.label} words={asked.words} value={given} onChange={setGiven} testId="sign-up-given" />}
      <Button type="submit" variant="default" loading={act.isPending} disabled={asked !== null && !isWhole(given)} data-testid="sign-up-again">
        Try again
      </Button>
    </form>
  );
}

/** Six digits. */
export const Digits = ({ label, words, value, onChange, testId }: { label: string; words: string; value: string; onChange: (value: string) => void; testId: string }) => (
  <TextInput
    label={label}
    description={words}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
    inputMode="numeric"
    autoComplete="off"
    className={css.digits}
    data-testid={testId}
  />
);

export const isWhole = (digits: string): boolean => /^\d{6}$/.test(digits);

const lines = (sentence: string): string[] =>
  sentence
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.charAt(0).toUpperCase() + line.slice(1));
