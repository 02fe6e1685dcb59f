// The entry of the worker thread, which the build writes beside the server.
import { parentPort } from 'node:worker_threads';
import { serveTasks } from './serve-tasks.ts';

if (parentPort !== null) serveTasks(parentPort);
