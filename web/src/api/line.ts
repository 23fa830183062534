import { useQuery } from '@tanstack/react-query';
import { get } from './http';
import { keys } from './keys';
import type { Line } from './types';

/** Whether a worker is there and WhatsApp is heard. What can not be asked just now is said by the live line's own banner. */
export const useWhatsAppLine = () =>
  useQuery({ queryKey: keys.line, queryFn: () => get<Line>('/line'), refetchInterval: 20_000, retry: false });
