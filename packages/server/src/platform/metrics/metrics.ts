import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What this process counts, for Prometheus. No label ever holds a name, an address or anything that was typed. */
export type Metrics = ReturnType<typeof createMetrics>;

/** What became of one try of a job. Given up: kept for the operator. Dropped: it carried what somebody typed. */
export const JOB_OUTCOMES = ['done', 'failed', 'given_up', 'dropped'] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

const REQUEST_STEPS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 20];
const PROVIDER_STEPS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `ofProcess`: memory, processor time and event loop too, whose watching costs a little all the time. */
export function createMetrics({ ofProcess }: { ofProcess: boolean }) {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const { requests, requestSeconds, mails, providerSeconds, jobTries } = countersIn(registry);
  return {
    requestEnded(operation: string, outcome: string, seconds: number) {
      requests.inc({ operation, outcome });
      requestSeconds.observe({ operation }, seconds);
    },
    mailHandedOver: (outcome: string, mailsMore = 1) => mails.inc({ outcome }, mailsMore),
    providerAnswered: (call: string, seconds: number) => providerSeconds.observe({ call }, seconds),
    jobTried: (queue: string, outcome: JobOutcome, triesMore = 1) =>
      jobTries.inc({ queue, outcome }, triesMore),
    /** A figure that is read whenever somebody asks for the metrics. */
    gauge: (name: string, help: string, labelNames: string[] = []) =>
      new Gauge({ name, help, labelNames, registers: [registry] }),
    /** In Prometheus' text format. */
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function countersIn(registry: Registry) {
  const registers = [registry];
  const requests = new Counter({
    name: 'latchstring_requests_total',
    help: "Requests to the API, by the app's operation and how it ended",
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'latchstring_request_seconds',
    help: "How long requests to the API took, by the app's operation",
    labelNames: ['operation'],
    buckets: REQUEST_STEPS,
    registers,
  });
  const mails = new Counter({
    name: 'latchstring_mails_total',
    help: 'Mails that were handed to the provider, by what it said',
    labelNames: ['outcome'],
    registers,
  });
  const providerSeconds = new Histogram({
    name: 'latchstring_provider_seconds',
    help: 'How long the mail provider took to answer, by what it was asked',
    labelNames: ['call'],
    buckets: PROVIDER_STEPS,
    registers,
  });
  const jobTries = new Counter({
    name: 'latchstring_job_tries_total',
    help: 'Tries of jobs, by queue and how they ended',
    labelNames: ['queue', 'outcome'],
    registers,
  });
  return { requests, requestSeconds, mails, providerSeconds, jobTries };
}
