import { Button, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Field } from './Field';
import { filled, missing, partsOf, type Action, type FlowScreen, type Part, type Scope, type Values } from './model';

interface Props {
  screen: FlowScreen;
  data: Values;
  screens: Record<string, Values>;
  busy?: boolean;
  onDone: (action: Action, form: Values, payload: Values) => void;
  onBack: (() => void) | null;
}

/** One screen with its questions; its button goes on, or sends. */
export function FormScreen({ screen, data, screens, busy = false, onDone, onBack }: Props) {
  const [form, setForm] = useState<Values>(screens[screen.id] ?? {});
  const [asked, setAsked] = useState<string[]>([]);
  const scope: Scope = { data, form, screens };
  const all = partsOf(screen);
  const footer = all.find(({ type }) => type === 'Footer');
  const action = footer?.['on-click-action'] ?? { name: 'complete' };
  const parts = all.filter(({ type }) => type !== 'Footer').map((part) => filled(part, scope) as Part);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const unanswered = missing(parts, form);
    setAsked(unanswered);
    if (unanswered.length === 0) onDone(action, form, (filled(action.payload ?? form, scope) ?? {}) as Values);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {parts.map((part, index) => (
          <Field
            key={part.name ?? index}
            part={part}
            value={part.name ? form[part.name] : undefined}
            error={part.name && asked.includes(part.name) ? 'Please answer this.' : null}
            onChange={(value) => part.name && setForm({ ...form, [part.name]: value })}
          />
        ))}
        {asked.length > 0 && (
          <Text size="sm" c="var(--danger)" role="alert">
            {asked.length === 1 ? 'One answer is missing.' : `${asked.length} answers are missing.`}
          </Text>
        )}
        <Button type="submit" radius="xl" size="md" loading={busy} data-testid="form-next">
          {String(filled(footer?.label ?? 'Send', scope))}
        </Button>
        {onBack && (
          <Button variant="subtle" radius="xl" onClick={onBack}>
            Back
          </Button>
        )}
      </Stack>
    </form>
  );
}
