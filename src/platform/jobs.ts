import { PgBoss } from 'pg-boss'

/** Work done aside from any visit: at least once each time, perhaps by another process, and again after a failure. */
export type Job = {
  readonly name: string
  /** A cron line, by UTC, where it is done by the clock. */
  readonly every?: string
  readonly run: (about: string | null) => Promise<void>
}

export type Jobs = {
  /** Asks for a job about one thing; asking again before it has begun changes nothing. */
  readonly ask: (name: string, about: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts working on jobs kept in the database; `failed` is told of every failure. */
export async function startJobs(url: string, jobs: readonly Job[], failed: (error: unknown) => void): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: 'job', max: 3, application_name: 'frankpledge jobs' })
  boss.on('error', failed)
  await boss.start()
  // What there is already is asked for once, since saying it again for each job takes most of a start.
  const queues = new Set((await boss.getQueues()).map(({ name }) => name))
  const clock = new Map((await boss.getSchedules()).map(({ name, cron }) => [name, cron]))
  for (const job of jobs) {
    if (!queues.has(job.name)) await boss.createQueue(job.name, { policy: 'short', retryLimit: 3, retryBackoff: true })
    if (job.every && clock.get(job.name) !== job.every)
      await boss.schedule(job.name, job.every, { about: null }, { tz: 'UTC' })
    await begin(boss, job, failed)
  }
  return {
    ask: async (name, about) => {
      await boss.send(name, { about }, { singletonKey: about })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function begin(boss: PgBoss, job: Job, failed: (error: unknown) => void): Promise<void> {
  await boss.work<{ about: string | null }>(job.name, { pollingIntervalSeconds: 1 }, async (batch) => {
    for (const { data } of batch) {
      try {
        await job.run(data.about)
      } catch (error) {
        failed(error)
        throw error
      }
    }
  })
}
