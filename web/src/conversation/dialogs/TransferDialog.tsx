import { Button, TextInput, Textarea } from '@mantine/core';
import { IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useColleagues } from '../../api/queries';
import type { Colleague, Detail, Team } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { Avatar } from '../../ui/Avatar';
import { Notice } from '../../ui/Notice';
import { sentenceCase } from '../../ui/words';
import css from './Dialogs.module.css';

type Target = { team_id: string } | { account_id: string };
const keyOf = (target: Target): string => ('team_id' in target ? target.team_id : target.account_id);
const ORDER = { online: 0, away: 1, offline: 2 };

/** To a team, where routing finds the person, or to a colleague, with what each has on the desk. */
export function TransferDialog({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const { commands } = useDeskState();
  const { data, error, refetch } = useColleagues();
  const [words, setWords] = useState('');
  const [target, setTarget] = useState<Target | null>(null);
  const [note, setNote] = useState('');
  if (error) return <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />;
  const fits = (name: string): boolean => name.toLowerCase().includes(words.toLowerCase().trim());
  const teams = (data?.teams ?? []).filter(({ name }) => fits(name));
  const people = (data?.items ?? [])
    .filter(({ account_id, name }) => account_id !== commands.me.account_id && fits(name))
    .sort((a, b) => ORDER[a.presence] - ORDER[b.presence] || a.open_conversations / (a.capacity || 1) - b.open_conversations / (b.capacity || 1));
  const transfer = (): void => {
    if (!target) return;
    commands.moves.transfer(detail.conversation_id, { ...target, ...(note.trim() ? { note: note.trim() } : {}) });
    onClose();
  };
  const isChosen = (key: string): boolean => target !== null && keyOf(target) === key;
  return (
    <div className={css.stack}>
      <TextInput
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        placeholder="Search teams and colleagues"
        aria-label="Search teams and colleagues"
        leftSection={<IconSearch size={16} />}
        data-autofocus
      />
      <ul className={css.choices}>
        {teams.map((team) => (
          <li key={team.team_id}>
            <TeamChoice team={team} chosen={isChosen(team.team_id)} onChoose={() => setTarget({ team_id: team.team_id })} />
          </li>
        ))}
        {people.map((person) => (
          <li key={person.account_id}>
            <PersonChoice
              person={person}
              team={data?.teams.find(({ team_id }) => team_id === person.team_id)?.name}
              chosen={isChosen(person.account_id)}
              onChoose={() => setTarget({ account_id: person.account_id })}
            />
          </li>
        ))}
      </ul>
      <Textarea
        label="Note for whoever takes it"
        description="Colleagues see it in the thread, the customer does not."
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={5}
      />
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={transfer} disabled={!target} data-testid="transfer-submit">
          Transfer
        </Button>
      </div>
    </div>
  );
}

function TeamChoice({ team, chosen, onChoose }: { team: Team; chosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={css.choice} aria-pressed={chosen} onClick={onChoose} data-testid="transfer-team">
      <IconUsersGroup size={26} stroke={1.5} aria-hidden />
      <span className={css.choiceName}>{team.name}</span>
      <span className={css.choiceMore}>Team queue</span>
    </button>
  );
}

interface PersonProps {
  person: Colleague;
  team: string | undefined;
  chosen: boolean;
  onChoose: () => void;
}

function PersonChoice({ person, team, chosen, onChoose }: PersonProps) {
  const { name, presence, open_conversations: open, capacity } = person;
  return (
    <button type="button" className={css.choice} aria-pressed={chosen} onClick={onChoose} data-testid="transfer-person">
      <Avatar name={name} size={30} presence={presence} />
      <span className={css.choiceName}>
        {name}
        <span className={css.choiceMore}>
          <br />
          {sentenceCase(presence)}
          {team && ` · ${team}`}
        </span>
      </span>
      <span className={css.load} title={`${open} of ${capacity} open`} role="img" aria-label={`${open} of ${capacity} open`}>
        {Array.from({ length: Math.min(8, capacity) }, (_, index) => (
          <span key={index} data-full={index < open || undefined} />
        ))}
      </span>
    </button>
  );
}
