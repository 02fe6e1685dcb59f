/** Numbers between two pauses: a few milliseconds of work for any rule. */
const pauseEvery = 2048;

/** Whether work over many numbers may pause before the number at this index. */
export const isPause = (at: number): boolean => at % pauseEvery === pauseEvery - 1;
