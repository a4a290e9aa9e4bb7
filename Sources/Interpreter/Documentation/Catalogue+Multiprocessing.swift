// Documentation of `multiprocessing` and `concurrent.futures`.

extension Catalogue {
  static let multiprocessing: StaticString = """
    multiprocessing | Processes and what they share. | Processos e o que eles dividem.
    concurrent.futures | Calls carried out by other processes. | Chamadas feitas por outros processos.
    concurrent.futures.BrokenExecutor | The workers have died. | Os trabalhadores morreram.
    concurrent.futures.BrokenProcessPool | A worker process has died. | Um processo trabalhador morreu.
    concurrent.futures.CancelledError | The call was taken back. | A chamada foi retirada.
    concurrent.futures.Executor | What carries out calls: submit and map. | O que faz chamadas: submit e map.
    concurrent.futures.Future | What will come of a call. | O que virá de uma chamada.
    concurrent.futures.InvalidStateError | The Future has its result already. | O Future já tem seu resultado.
    concurrent.futures.ProcessPoolExecutor | Worker processes that carry out calls. | Processos que fazem chamadas.
    concurrent.futures.ThreadPoolExecutor | The same within this process. | O mesmo dentro deste processo.
    concurrent.futures.as_completed | Futures in the order in which they are done. | Futures na ordem em que terminam.
    concurrent.futures.wait | Waits for futures. | Espera por futures.
    multiprocessing.ApplyResult | The result of a call, to come. | O resultado de uma chamada, por vir.
    multiprocessing.Array | Numbers that processes share, with their lock. | Números que processos dividem, com sua trava.
    multiprocessing.AsyncResult | The result of a call, to come. | O resultado de uma chamada, por vir.
    multiprocessing.AuthenticationError | The other side does not know the key. | O outro lado não sabe a chave.
    multiprocessing.Barrier | Each waits until so many processes have come. | Cada um espera até que tantos processos cheguem.
    multiprocessing.BaseProcess | What all processes inherit from. | De onde todos os processos herdam.
    multiprocessing.BoundedSemaphore | A semaphore that refuses to be released too often. | Um semáforo que recusa liberações a mais.
    multiprocessing.BufferTooShort | The message does not fit into the buffer. | A mensagem não cabe no buffer.
    multiprocessing.Condition | Waiting, under a lock, until another process says that something changed. | Espera, sob uma trava, até outro processo avisar que algo mudou.
    multiprocessing.Connection | One end of a pipe. | Uma ponta de um pipe.
    multiprocessing.DeadlockError | Every process waits for another, so none can go on. | Cada processo espera outro, e nenhum pode seguir.
    multiprocessing.Event | A flag: wait() waits until some process calls set(). | Uma bandeira: wait() espera até algum processo chamar set().
    multiprocessing.ForkProcess | A process; all start alike. | Um processo; todos iniciam do mesmo modo.
    multiprocessing.ForkServerProcess | A process; all start alike. | Um processo; todos iniciam do mesmo modo.
    multiprocessing.IMapIterator | Results in the order of the calls, each as soon as it is there. | Resultados na ordem das chamadas, cada um assim que existe.
    multiprocessing.IMapUnorderedIterator | Results in the order in which they come. | Resultados na ordem em que vêm.
    multiprocessing.JoinableQueue | A queue whose tasks can be waited for. | Uma fila cujas tarefas se podem esperar.
    multiprocessing.Lock | Lets one process at a time through. | Deixa passar um processo por vez.
    multiprocessing.Manager | A process that keeps lists, dicts and more for others. | Um processo que guarda listas, dicts e mais para os outros.
    multiprocessing.MapResult | The results of many calls, to come. | Os resultados de muitas chamadas, por vir.
    multiprocessing.MaybeEncodingError | A worker could not send its result. | Um trabalhador não conseguiu enviar seu resultado.
    multiprocessing.Pipe | Two connected ends: what one sends the other receives. | Duas pontas ligadas: o que uma envia a outra recebe.
    multiprocessing.Pool | Worker processes that share out calls: pool.map(f, items). | Processos que dividem chamadas: pool.map(f, itens).
    multiprocessing.Process | A process that calls target(*args, **kwargs) once started. | Um processo que, iniciado, chama target(*args, **kwargs).
    multiprocessing.ProcessDied | A process ended without leaving its result. | Um processo terminou sem deixar seu resultado.
    multiprocessing.ProcessError | An error of multiprocessing. | Um erro de multiprocessing.
    multiprocessing.Queue | A queue between any number of processes. | Uma fila entre quaisquer processos.
    multiprocessing.RLock | A lock that the process which has it may take again. | Uma trava que o processo que a tem pode pegar de novo.
    multiprocessing.RawArray | Shared numbers without a lock. | Números divididos sem trava.
    multiprocessing.RawValue | A shared number without a lock. | Um número dividido sem trava.
    multiprocessing.RemoteTraceback | The traceback of the process in which the error happened. | O traceback do processo em que o erro aconteceu.
    multiprocessing.SemLock | What locks and semaphores are. | O que são travas e semáforos.
    multiprocessing.Semaphore | Lets n processes at a time through. | Deixa passar n processos por vez.
    multiprocessing.SimpleQueue | A queue with put, get and empty. | Uma fila com put, get e empty.
    multiprocessing.SpawnProcess | A process; all start alike. | Um processo; todos iniciam do mesmo modo.
    multiprocessing.Synchronized | A number that processes share, with its lock. | Um número que processos dividem, com sua trava.
    multiprocessing.SynchronizedBase | What numbers with a lock are. | O que são números com trava.
    multiprocessing.SynchronizedArray | Numbers that processes share, with their lock. | Números que processos dividem, com sua trava.
    multiprocessing.SynchronizedString | Characters that processes share, with their lock. | Caracteres que processos dividem, com sua trava.
    multiprocessing.ThreadPool | The calls of a pool, within this process. | As chamadas de um pool, dentro deste processo.
    multiprocessing.TimeoutError | It took too long. | Demorou demais.
    multiprocessing.Value | A number that processes share, with its lock. | Um número que processos dividem, com sua trava.
    multiprocessing.active_children | The children that have not ended. | Os filhos que não terminaram.
    multiprocessing.allow_connection_pickling | Does nothing: connections can always be sent. | Não faz nada: conexões sempre podem ser enviadas.
    multiprocessing.connection | Connections between processes, over sockets too. | Conexões entre processos, também por sockets.
    multiprocessing.copy | A copy of a shared value or array, without a lock. | Uma cópia de um valor ou vetor dividido, sem trava.
    multiprocessing.cpu_count | How many processors there are. | Quantos processadores há.
    multiprocessing.current_process | The process that calls. | O processo que chama.
    multiprocessing.freeze_support | Does nothing here. | Não faz nada aqui.
    multiprocessing.get_all_start_methods | The names of start methods; all fork. | Os nomes dos métodos de início; todos usam fork.
    multiprocessing.get_context | The same functions for a start method. | As mesmas funções para um método de início.
    multiprocessing.get_logger | The logger of multiprocessing. | O logger de multiprocessing.
    multiprocessing.get_start_method | How processes start: 'fork'. | Como processos iniciam: 'fork'.
    multiprocessing.log_to_stderr | Sends multiprocessing's log to standard error. | Manda o log de multiprocessing à saída de erros.
    multiprocessing.managers | Processes that keep objects for others. | Processos que guardam objetos para os outros.
    multiprocessing.parent_process | The process that started this one. | O processo que iniciou este.
    multiprocessing.pool | Pools of worker processes. | Grupos de processos trabalhadores.
    multiprocessing.queues | The types of queues. | Os tipos de filas.
    multiprocessing.set_executable | Does nothing here. | Não faz nada aqui.
    multiprocessing.set_forkserver_preload | Does nothing here. | Não faz nada aqui.
    multiprocessing.set_start_method | Accepts any start method; all fork. | Aceita qualquer método de início; todos usam fork.
    multiprocessing.reduction | How objects travel to other processes. | Como objetos viajam a outros processos.
    multiprocessing.resource_tracker | Who removes shared memory. | Quem remove a memória dividida.
    multiprocessing.shared_memory | Blocks of memory that processes share by name. | Blocos de memória que processos dividem pelo nome.
    multiprocessing.sharedctypes | The types of shared numbers. | Os tipos de números divididos.
    multiprocessing.synchronize | The types of locks and their like. | Os tipos de travas e afins.
    multiprocessing.synchronized | The same memory with a lock. | A mesma memória com uma trava.
    multiprocessing.connection.Client | Connects to a Listener. | Liga-se a um Listener.
    multiprocessing.connection.Connection | One end of a pipe. | Uma ponta de um pipe.
    multiprocessing.connection.Listener | Waits for connections at an address. | Espera conexões num endereço.
    multiprocessing.connection.Pipe | Two connected ends. | Duas pontas ligadas.
    multiprocessing.connection.address_type | The family of an address. | A família de um endereço.
    multiprocessing.connection.answer_challenge | Proves that this side knows the key. | Prova que este lado conhece a chave.
    multiprocessing.connection.arbitrary_address | An address that is free. | Um endereço livre.
    multiprocessing.connection.deliver_challenge | Has the other side prove that it knows the key. | Faz o outro lado provar que conhece a chave.
    multiprocessing.connection.wait | Waits until one of several connections or processes is ready. | Espera até que uma de várias conexões ou processos esteja pronto.
    multiprocessing.managers.AcquirerProxy | A lock or semaphore that a manager keeps. | Uma trava ou um semáforo que um manager guarda.
    multiprocessing.managers.ArrayProxy | An array that a manager keeps. | Um vetor que um manager guarda.
    multiprocessing.managers.BarrierProxy | A barrier that a manager keeps. | Uma barreira que um manager guarda.
    multiprocessing.managers.BaseArrayProxy | An array that a manager keeps. | Um vetor que um manager guarda.
    multiprocessing.managers.BaseListProxy | A list that a manager keeps. | Uma lista que um manager guarda.
    multiprocessing.managers.BaseManager | A process that keeps objects of registered types for others. | Um processo que guarda para os outros objetos de tipos registrados.
    multiprocessing.managers.BasePoolProxy | A pool that a manager keeps. | Um pool que um manager guarda.
    multiprocessing.managers.BaseProxy | What proxies inherit from: calls are carried out where the object is. | De onde os proxies herdam: as chamadas são feitas onde o objeto está.
    multiprocessing.managers.ConditionProxy | A condition that a manager keeps. | Uma condição que um manager guarda.
    multiprocessing.managers.DictProxy | A dict that a manager keeps. | Um dict que um manager guarda.
    multiprocessing.managers.EventProxy | An event that a manager keeps. | Um evento que um manager guarda.
    multiprocessing.managers.IteratorProxy | An iterator that a manager keeps. | Um iterador que um manager guarda.
    multiprocessing.managers.ListProxy | A list that a manager keeps. | Uma lista que um manager guarda.
    multiprocessing.managers.Namespace | An object for any attributes. | Um objeto para quaisquer atributos.
    multiprocessing.managers.NamespaceProxy | An object for any attributes, kept by a manager. | Um objeto para quaisquer atributos, guardado por um manager.
    multiprocessing.managers.PoolProxy | A pool that a manager keeps. | Um pool que um manager guarda.
    multiprocessing.managers.RemoteError | What went wrong in the manager's process, with its traceback. | O que deu errado no processo do manager, com seu traceback.
    multiprocessing.managers.Server | What answers requests in a manager's process. | O que responde aos pedidos no processo de um manager.
    multiprocessing.managers.SharedMemoryManager | Keeps shared memory as long as it lives. | Guarda memória compartilhada enquanto vive.
    multiprocessing.managers.State | How far a manager is. | Em que ponto um manager está.
    multiprocessing.managers.SyncManager | A manager of lists, dicts, queues, locks and the like. | Um manager de listas, dicts, filas, travas e afins.
    multiprocessing.managers.Token | Says where a manager's object is. | Diz onde está o objeto de um manager.
    multiprocessing.managers.Value | A value that a manager keeps. | Um valor que um manager guarda.
    multiprocessing.managers.ValueProxy | A value that a manager keeps. | Um valor que um manager guarda.
    multiprocessing.process.AuthenticationString | A key that no message may hold. | Uma chave que nenhuma mensagem pode conter.
    multiprocessing.shared_memory.ShareableList | A list of fixed length in shared memory: numbers, texts, bytes, None. | Uma lista de tamanho fixo em memória compartilhada: números, textos, bytes, None.
    multiprocessing.shared_memory.SharedMemory | Bytes that any process can open by their name. | Bytes que qualquer processo pode abrir pelo nome.
    """
}
