/** A store of the browser's own database: one database, one store, whose records are known by one of their members. */
export class IndexedStore {
  constructor(
    private readonly database: string,
    private readonly store: string,
    private readonly keyPath: string,
  ) {}

  /** Runs one request in a transaction of its own; done when it is committed. */
  async run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await this.open();
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(this.store, mode);
        const request = work(transaction.objectStore(this.store));
        // Not onsuccess of the request: only a committed transaction survives a closed browser.
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error);
      });
    } finally {
      database.close();
    }
  }

  private open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(this.store, { keyPath: this.keyPath });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}
