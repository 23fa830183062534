import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { PhoneMessage } from '../api/types';
import { Sheet } from '../ui/Sheet';
import { FormScreen } from './FormScreen';
import { dataOf, type Action, type FlowForm, type Values } from './model';

interface Props {
  waId: string;
  numberId: string;
  message: PhoneMessage;
  onClose: () => void;
  onSend: (answers: Values) => void;
}

/** The form that a message opens. */
export function FormSheet({ waId, numberId, message, onClose, onSend }: Props) {
  const form = useQuery({ queryKey: ['form', message.id], queryFn: () => api.form(waId, numberId, message.id) });
  const [title, setTitle] = useState('Form');
  return (
    <Sheet title={title} opened onClose={onClose}>
      {form.isPending && <Text size="sm">Loading…</Text>}
      {form.error && (
        <Text size="sm" c="var(--danger)" role="alert">
          {form.error.message}
        </Text>
      )}
      {form.data && <Screens form={form.data} message={message} onTitle={setTitle} onSend={onSend} />}
    </Sheet>
  );
}

interface Step {
  id: string;
  data: Values;
}

interface ScreensProps {
  form: FlowForm;
  message: PhoneMessage;
  onTitle: (title: string) => void;
  onSend: (answers: Values) => void;
}

/** From screen to screen, with the way back. */
function Screens({ form, message, onTitle, onSend }: ScreensProps) {
  const screens = form.screens ?? [];
  const [steps, setSteps] = useState<Step[]>([
    { id: message.flow?.screen || (screens[0]?.id ?? ''), data: message.flow?.data ?? {} },
  ]);
  const [answers, setAnswers] = useState<Record<string, Values>>({});
  const [trouble, setTrouble] = useState('');
  const step = steps.at(-1);
  const screen = screens.find(({ id }) => id === step?.id);
  useEffect(() => onTitle(screen?.title || 'Form'), [onTitle, screen]);
  if (!step || !screen) return <Text role="alert">This form has no screen to begin with.</Text>;

  const done = (action: Action, given: Values, payload: Values): void => {
    setAnswers({ ...answers, [screen.id]: given });
    if (action.name === 'complete') return onSend(payload);
    const next = screens.find(({ id }) => id === action.next?.name);
    if (action.name !== 'navigate' || !next) return setTrouble('The next step comes from a server, which this page does not ask.');
    setTrouble('');
    setSteps([...steps, { id: next.id, data: payload }]);
  };
  return (
    <>
      <FormScreen
        key={`${screen.id}:${steps.length}`}
        screen={screen}
        data={dataOf(screen, step.data)}
        screens={answers}
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
