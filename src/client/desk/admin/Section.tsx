import type { UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { failureWords } from '../../list/failure-words.ts';
import { listFailure } from '../../list/list-state.ts';
import { Button } from '../../ui/Button.tsx';
import * as words from './words.ts';

interface SectionProps<T> {
  title: string;
  query: UseQueryResult<T>;
  children: (data: T) => Elements;
}

/** One part of the dialog: what the server has answered, or why it has not. */
export function Section<T>({ title, query, children }: SectionProps<T>) {
  const { data, error, isFetching, refetch } = query;
  const id = useId();
  const failure = error && failureWords(listFailure(error));
  return (
    <section aria-labelledby={id} className="border-t border-line px-5 py-4">
      <div className="flex min-h-7 items-center justify-between pb-2">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        <Button
          aria-label={`${words.refresh}: ${title}`}
          disabled={isFetching}
          onClick={() => void refetch()}
        >
          {isFetching ? words.loading : words.refresh}
        </Button>
      </div>
      {failure && (
        <p role="alert" className="pb-2">
          <strong className="font-semibold text-bad">{`${failure.title} `}</strong>
          <span className="text-muted">{failure.detail}</span>
        </p>
      )}
      {data !== undefined && children(data)}
    </section>
  );
}
