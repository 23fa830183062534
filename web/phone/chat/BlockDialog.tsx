import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Dialog } from '../ui/Dialog';
import { useBlock } from './blocking';

const REASONS: [string, string][] = [
  ['no_longer_needed', 'I no longer want these messages'],
  ['never_asked', 'I never asked for them'],
  ['spam', 'It is spam'],
  ['offensive', 'It is offensive'],
  ['other', 'Something else'],
];

interface Props {
  waId: string;
  numberId: string;
  name: string;
  /** What the customer asked for; null when nothing is asked. */
  asking: 'block' | 'report' | null;
  onClose: () => void;
}

/** Asks before it blocks; reporting a business blocks it, too. */
export function BlockDialog({ waId, numberId, name, asking, onClose }: Props) {
  const block = useBlock(waId, numberId);
  const [report, setReport] = useState(false);
  const [reason, setReason] = useState('no_longer_needed');
  useEffect(() => {
    if (asking) setReport(asking === 'report');
  }, [asking]);

  const confirm = (): void =>
    block.mutate({ report, ...(report ? { reason } : {}) }, { onSuccess: onClose });

  return (
    <Dialog title={asking === 'report' ? `Report ${name}?` : `Block ${name}?`} opened={asking !== null} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm" c="var(--ink-soft)">
          {name} will no longer be able to write to you. You can unblock it at any time.
        </Text>
        <Checkbox
          label="Report it to the platform"
          checked={report}
          onChange={(event) => setReport(event.currentTarget.checked)}
        />
        {report && (
          <Radio.Group value={reason} onChange={setReason} label="Why?">
            <Stack gap={8} mt={6}>
              {REASONS.map(([value, label]) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {block.error && (
          <Text size="sm" c="var(--danger)" role="alert">
            {block.error.message}
          </Text>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button color="red.9" autoContrast={false} c="white" onClick={confirm} loading={block.isPending} data-testid="block-confirm">
            {report ? 'Report and block' : 'Block'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
