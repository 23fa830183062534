import { Checkbox, NativeSelect, Radio, Stack, Text, TextInput, Textarea, Title } from '@mantine/core';
import type { Option, Part } from './model';

interface Props {
  part: Part;
  value: unknown;
  error: string | null;
  onChange: (value: unknown) => void;
}

const HEADINGS: Record<string, 3 | 4> = { TextHeading: 3, TextSubheading: 4 };
const INPUT_TYPES: Record<string, string> = { email: 'email', number: 'number', phone: 'tel', password: 'password' };

/** One part of a form. One that this page can not draw says so, so that nobody takes it for missing. */
export function Field({ part, value, error, onChange }: Props) {
  const { type, text = '', label = '', required = false } = part;
  const common = { label, error, withAsterisk: required, 'aria-required': required, description: part['helper-text'] };
  const options = Array.isArray(part['data-source']) ? part['data-source'] : [];
  const words = typeof value === 'string' ? value : '';
  const order = HEADINGS[type];
  if (order) return <Title order={order}>{text}</Title>;
  switch (type) {
    case 'TextBody':
      return <Text size="sm">{text}</Text>;
    case 'TextCaption':
      return <Text size="xs" c="var(--ink-soft)">{text}</Text>;
    case 'TextInput':
      return <TextInput {...common} type={INPUT_TYPES[part['input-type'] ?? ''] ?? 'text'} value={words} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'TextArea':
      return <Textarea {...common} autosize minRows={3} value={words} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'DatePicker':
      return <TextInput {...common} type="date" value={words} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'Dropdown':
      return (
        <NativeSelect
          {...common}
          value={words}
          onChange={(event) => onChange(event.currentTarget.value)}
          data={[{ value: '', label: 'Choose…' }, ...options.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      );
    case 'RadioButtonsGroup':
      return (
        <Radio.Group {...common} value={words} onChange={onChange}>
          <Choices options={options} One={Radio} />
        </Radio.Group>
      );
    case 'CheckboxGroup':
      return (
        <Checkbox.Group {...common} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange}>
          <Choices options={options} One={Checkbox} />
        </Checkbox.Group>
      );
    case 'OptIn':
      return <Checkbox label={label} error={error} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    default:
      return <Text size="xs" c="var(--ink-soft)">This phone does not draw {type}.</Text>;
  }
}

function Choices({ options, One }: { options: Option[]; One: typeof Radio | typeof Checkbox }) {
  return (
    <Stack gap={8} mt={6}>
      {options.map(({ id, title, description }) => (
        <One key={id} value={id} label={title} description={description} />
      ))}
    </Stack>
  );
}
