import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../../api/keys';
import type { NextStep } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import type { NextStepAction } from './GateNotice';
import { hasLongNumber, keepLastFour } from './masking';

interface Text {
  id: string;
  text: string;
  setText: (text: string) => void;
  focus: () => void;
}

/** The lawful next step of a refusal, as a button of this page; null where it is not the agent's to take. */
export function useNextSteps({ id, text, setText, focus }: Text): (step: NextStep) => NextStepAction | null {
  const client = useQueryClient();
  const { setDialog, commands } = useDeskState();
  return (step) => {
    switch (step) {
      case 'use_template':
        return { label: 'Choose a template', run: () => setDialog('template') };
      case 'remove_identifier':
        if (!hasLongNumber(text)) return { label: 'Edit the message', run: focus };
        return {
          label: 'Keep the last four only',
          run: () => {
            setText(keepLastFour(text));
            focus();
          },
        };
      case 'ask_opt_in':
        return { label: 'Record an opt-in', run: () => setDialog('opt_in') };
      case 'reload_conversation':
        return {
          label: 'Reload',
          run: () => {
            void client.invalidateQueries({ queryKey: keys.detail(id) });
            void client.invalidateQueries({ queryKey: keys.messages(id) });
          },
        };
      case 'shorten':
        return { label: 'Edit the message', run: focus };
      case 'ask_supervisor':
      case 'complete_profile':
      case 'add_escalation_path':
        return { label: 'Write a note', run: () => commands.desk.writeNote(true) };
      default:
        return null;
    }
  };
}
