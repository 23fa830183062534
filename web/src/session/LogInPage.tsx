import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { codeOf } from '../api/http';
import { Mark } from '../ui/Mark';
import { Notice } from '../ui/Notice';
import css from './LogInPage.module.css';
import { useLogIn } from './session';

export function LogInPage() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const logIn = useLogIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (email.trim() && password) logIn.mutate({ email, password });
  };
  return (
    <div className={css.page}>
      <title>Log in · parley</title>
      <aside className={css.side} aria-hidden>
        <div className={css.talk}>
          <span className={css.bubble} data-from="customer">
            Hi, my card has not arrived yet.
          </span>
          <span className={css.bubble} data-from="bot">
            I can look into that, or bring in a colleague.
          </span>
          <span className={css.bubble} data-from="customer">
            A person, please
          </span>
          <span className={css.bubble} data-from="agent">
            Good morning, Amara here. I have your case in front of me.
          </span>
        </div>
      </aside>
      <main className={css.main}>
        <form className={css.form} onSubmit={submit} noValidate>
          <div className={css.brand}>
            <Mark size={36} />
            <span>parley</span>
          </div>
          <div>
            <h1 className={css.title}>Log in to your desk</h1>
            <p className={css.words}>Answer your customers on WhatsApp, together with the bot.</p>
          </div>
          {logIn.error && <Notice tone="red" title={wordsFor(logIn.error)} />}
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            inputMode="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            size="md"
            error={tried && !email.trim() && 'Your e-mail address is needed.'}
            autoFocus
            data-testid="login-email"
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            size="md"
            error={tried && !password && 'Your password is needed.'}
            data-testid="login-password"
          />
          <Button type="submit" size="md" fullWidth loading={logIn.isPending} data-testid="login-submit">
            Log in
          </Button>
          <p className={css.foot}>Lost your password? Ask the administrator of your business.</p>
        </form>
      </main>
    </div>
  );
}

function wordsFor(error: Error): string {
  if (codeOf(error) === 'bad_login') return 'That e-mail and password do not belong together. Check both and try again.';
  if (codeOf(error) === 'too_many_tries') return 'Too many tries. Wait a few minutes, then try again.';
  return error.message;
}
