import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FormAnswer, PhoneMessage } from '../api/types';
import { FormScreen } from './FormScreen';
import { dataOf, type Action, type FlowForm, type Values } from './model';
import { after, type Step } from './steps';

interface Said {
  action: string;
  screen: string;
  data: Values;
}

interface Props {
  form: FlowForm;
  message: PhoneMessage;
  /** Asks the form's server what comes next. */
  ask: (said: Said) => Promise<FormAnswer>;
  onTitle: (title: string) => void;
  onSend: (answers: Values) => void;
}

const BEGIN: Said = { action: 'INIT', screen: '', data: {} };

/** From screen to screen, with the way back; the next one is in the form, or comes from the business's server. */
export function Screens({ form, message, ask, onTitle, onSend }: Props) {
  const screens = form.screens ?? [];
  const asks = message.flow?.asks ?? false;
  const first = { id: message.flow?.screen || (screens[0]?.id ?? ''), data: message.flow?.data ?? {} };
  const [steps, setSteps] = useState<Step[]>(asks ? [] : [first]);
  const [answers, setAnswers] = useState<Record<string, Values>>({});
  const step = steps.at(-1);
  const screen = screens.find(({ id }) => id === step?.id);

  const server = useMutation({
    mutationFn: ask,
    onSuccess: (answer) => (answer.done ? onSend(answer.done) : setSteps((before) => after(before, answer))),
  });
  const { mutate } = server;
  useEffect(() => {
    if (asks) mutate(BEGIN);
  }, [asks, mutate]);
  useEffect(() => onTitle(screen?.title || 'Form'), [onTitle, screen]);

  const trouble = server.error?.message ?? String(step?.data.error_message ?? '');
  if (!step || !screen) {
    if (server.isPending) return <Text size="sm">Loading…</Text>;
    return (
      <Stack gap="sm">
        <Text size="sm" c="var(--danger)" role="alert">
          {trouble || (step?.id ? `This form has no screen “${step.id}”.` : 'This form has no screen to begin with.')}
        </Text>
        {asks && (
          <Button variant="light" radius="xl" onClick={() => mutate(BEGIN)}>
            Try again
          </Button>
        )}
      </Stack>
    );
  }

  const done = (action: Action, given: Values, payload: Values): void => {
    setAnswers({ ...answers, [screen.id]: given });
    if (action.name === 'complete') return onSend(payload);
    if (action.name === 'data_exchange') return mutate({ action: 'data_exchange', screen: screen.id, data: payload });
    setSteps([...steps, { id: action.next?.name ?? '', data: payload }]);
  };
  return (
    <>
      <FormScreen
        key={`${screen.id}:${steps.length}`}
        screen={screen}
        data={dataOf(screen, step.data)}
        screens={answers}
        busy={server.isPending}
        onDone={done}
        onBack={steps.length > 1 ? () => setSteps(steps.slice(0, -1)) : null}
      />
      {trouble && (
        <Text size="sm" mt="sm" c="var(--danger)" role="alert">
          {trouble}
        </Text>
      )}
    </>
  );
}
