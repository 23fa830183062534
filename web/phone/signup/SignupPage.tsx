import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import { useConnect, useOffered, type Choices } from './api';
import { BusinessStep, CodeStep, ConsentStep, NumberStep } from './steps';
import { cancel, finish, readAsked, report } from './leaving';
import css from './Signup.module.css';

const NEW: Choices = {
  business_id: '', business_name: '', waba_id: '', waba_name: '', phone_number: '', display_name: '', code: '', in_app: false, shares_history: true,
};

/** The steps by the names that a cancelled dialogue is told with. */
const STEPS = [
  { name: 'BUSINESS_ACCOUNT_SELECTION', title: 'Your business', Fields: BusinessStep, whole: (c: Choices) => Boolean(c.business_id || c.business_name.trim()) },
  { name: 'PHONE_NUMBER_SETUP', title: 'Your number', Fields: NumberStep, whole: (c: Choices) => c.phone_number.replace(/\D/g, '').length >= 7 && c.display_name.trim().length >= 2 },
  { name: 'PHONE_NUMBER_VERIFICATION', title: 'Is the number yours?', Fields: CodeStep, whole: (c: Choices) => /^\d{6}$/.test(c.code) },
  { name: 'PERMISSIONS', title: 'What the application may do', Fields: ConsentStep, whole: () => true },
] as const;

/** Embedded sign-up, as a business goes through it in a window of its own. */
export function SignupPage() {
  const [asked] = useState(() => readAsked(window.location.search));
  const [at, setAt] = useState(0);
  const [choices, setChoices] = useState(NEW);
  const offered = useOffered();
  const connect = useConnect();
  const step = STEPS[at] ?? STEPS[0];
  const last = at === STEPS.length - 1;

  const go = (to: number): void => {
    connect.reset();
    setAt(to);
  };
  const next = (): void => {
    if (!last) return go(at + 1);
    connect.mutate(choices, { onSuccess: (done) => finish(asked, done, choices.in_app), onError: (error) => report(asked, error as never) });
  };

  return (
    <main className={css.page}>
      <form
        className={css.card}
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <header className={css.head}>
          <span className={css.count}>
            Connect WhatsApp · Step {at + 1} of {STEPS.length}
          </span>
          <h1>{step.title}</h1>
        </header>
        {offered.isPending && <Loader size="sm" aria-label="Loading" />}
        {offered.error && (
          <p className={css.error} role="alert">
            {offered.error.message}{' '}
            <Button size="compact-sm" variant="light" onClick={() => void offered.refetch()}>
              Try again
            </Button>
          </p>
        )}
        {offered.data && (
          <div className={css.fields}>
            <step.Fields choices={choices} change={(some) => setChoices({ ...choices, ...some })} portfolios={offered.data.portfolios} />
          </div>
        )}
        {connect.error && (
          <p className={css.error} role="alert">
            {connect.error.message} Nothing was connected.
          </p>
        )}
        <footer className={css.foot}>
          <Button variant="subtle" color="gray" onClick={() => cancel(asked, step.name)} disabled={connect.isPending}>
            Cancel
          </Button>
          <span className={css.space} />
          {at > 0 && (
            <Button variant="default" onClick={() => go(at - 1)} disabled={connect.isPending}>
              Back
            </Button>
          )}
          <Button type="submit" loading={connect.isPending} disabled={!offered.data || !step.whole(choices)}>
            {last ? 'Allow and connect' : 'Continue'}
          </Button>
        </footer>
      </form>
    </main>
  );
}
