/** About a hundred sheets of paper. More rows belong in a file. */
export const mostPrinted = 2000;
