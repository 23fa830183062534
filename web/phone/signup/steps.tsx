import { Checkbox, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import type { Choices, Portfolio } from './api';
import css from './Signup.module.css';

interface Props {
  choices: Choices;
  change: (some: Partial<Choices>) => void;
  portfolios: Portfolio[];
}

/** A portfolio and an account of it, or new ones. */
export function BusinessStep({ choices, change, portfolios }: Props) {
  const accounts = portfolios.find((each) => each.business_id === choices.business_id)?.accounts ?? [];
  return (
    <>
      <NativeSelect
        label="Business portfolio"
        value={choices.business_id}
        onChange={(event) => change({ business_id: event.currentTarget.value, waba_id: '' })}
        data={[{ value: '', label: 'Create a new one' }, ...portfolios.map((each) => ({ value: each.business_id, label: `${each.name} (${each.business_id})` }))]}
      />
      {!choices.business_id && (
        <TextInput label="Name of the business" value={choices.business_name} onChange={(event) => change({ business_name: event.currentTarget.value })} />
      )}
      <NativeSelect
        label="WhatsApp Business account"
        value={choices.waba_id}
        onChange={(event) => change({ waba_id: event.currentTarget.value })}
        data={[{ value: '', label: 'Create a new one' }, ...accounts.map((each) => ({ value: each.waba_id, label: `${each.name} (${each.waba_id})` }))]}
      />
    </>
  );
}

/** A new number, or one that stays in the Business App. */
export function NumberStep({ choices, change }: Props) {
  return (
    <>
      <Radio.Group label="Where the number is now" value={choices.in_app ? 'app' : 'new'} onChange={(value) => change({ in_app: value === 'app' })}>
        <Stack gap={10} mt={8}>
          <Radio value="new" label="It is new to WhatsApp" />
          <Radio value="app" label="It is used in the WhatsApp Business App, and stays there" />
        </Stack>
      </Radio.Group>
      <TextInput
        label="Phone number"
        description="With the country code, such as +44 20 7946 0905"
        type="tel"
        value={choices.phone_number}
        onChange={(event) => change({ phone_number: event.currentTarget.value })}
      />
      <TextInput
        label="Display name"
        description="What customers see; it is reviewed"
        value={choices.display_name}
        onChange={(event) => change({ display_name: event.currentTarget.value })}
      />
    </>
  );
}

/** The code of the text message. */
export function CodeStep({ choices, change }: Props) {
  return (
    <>
      <p className={css.words}>We sent a code to {choices.phone_number}. On this platform no text message goes anywhere: the code is always 123456.</p>
      <TextInput
        label="Six digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={choices.code}
        onChange={(event) => change({ code: event.currentTarget.value })}
      />
    </>
  );
}

/** What is agreed to. */
export function ConsentStep({ choices, change }: Props) {
  return (
    <>
      <ul className={css.list}>
        <li>Manage the account, its numbers and its templates</li>
        <li>Send and receive messages of {choices.display_name}</li>
      </ul>
      {choices.in_app && (
        <Checkbox
          label="Hand over what was said in the Business App in the last six months"
          checked={choices.shares_history}
          onChange={(event) => change({ shares_history: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
