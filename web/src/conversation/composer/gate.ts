import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { desk } from '../../api/desk';
import type { Content, Decision } from '../../api/types';

const PAUSE_MS = 500;

/** What the gate would say of a text now, or of a reply that waits. Until it has answered, what it said before stays in sight. */
export function useGate(id: string, content: Content | null, ownerVersion: number, waits = false): Decision | null {
  const key = content ? JSON.stringify(content) : '';
  const [asked] = useDebouncedValue(key, PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['gate', id, asked, ownerVersion, waits],
    queryFn: () => desk.draft(id, JSON.parse(asked) as Content, waits),
    enabled: asked !== '' && key !== '',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  });
  return key === '' ? null : (data ?? null);
}
