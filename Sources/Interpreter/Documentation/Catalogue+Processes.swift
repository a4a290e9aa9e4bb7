// Documentation of ppd's own builtins and of `multiprocessing`.

extension Catalogue {
  static let processes: StaticString = """
    spawn | Starts a process that calls target(*args, **kwargs); result() waits for what it returns. | Inicia um processo que chama target(*args, **kwargs); result() espera o que ele devolve.
    queue | A queue between any number of processes: put, get, for item in q. | Uma fila entre quaisquer processos: put, get, for item in q.
    pipe | Two connected ends: what one sends the other receives. | Duas pontas ligadas: o que uma envia a outra recebe.
    value | A number that processes share, with its lock: v.value, v.add(1). | Um número que processos dividem, com sua trava: v.value, v.add(1).
    array | Numbers that processes share, with their lock. | Números que processos dividem, com sua trava.
    lock | Lets one process at a time through: with trava: ... | Deixa passar um processo por vez: with trava: ...
    rlock | A lock that the process which has it may take again. | Uma trava que o processo que a tem pode pegar de novo.
    condition | Waiting, under a lock, until another process says that something changed. | Espera, sob uma trava, até outro processo avisar que algo mudou.
    event | A flag: wait() waits until some process calls set(). | Uma bandeira: wait() espera até algum processo chamar set().
    semaphore | Lets n processes at a time through. | Deixa passar n processos por vez.
    barrier | Each waits until so many processes have come. | Cada um espera até que tantos processos cheguem.
    manager | A process that keeps lists, dicts and more for others; with an address, one to serve or connect to. | Um processo que guarda listas, dicts e mais para os outros.
    Process.start | Starts the process, which calls run(). | Inicia o processo, que chama run().
    Process.run | What the process does: calls the target. | O que o processo faz: chama o alvo.
    Process.join | Waits until the process ends, or timeout seconds. | Espera o processo terminar, ou timeout segundos.
    Process.is_alive | Whether the process has not ended. | Se o processo não terminou.
    Process.terminate | Ends the process by SIGTERM. | Encerra o processo com SIGTERM.
    Process.kill | Ends the process by SIGKILL. | Encerra o processo com SIGKILL.
    Process.close | Lets go of a process that has ended. | Larga um processo que terminou.
    Process.result | Waits and returns what the target returned, or raises what it raised. | Espera e devolve o que o alvo devolveu, ou levanta o que ele levantou.
    Queue.put | Adds an item; waits while a bounded queue is full. | Põe um item; espera enquanto uma fila limitada está cheia.
    Queue.get | Takes the oldest item; waits while there is none. | Tira o item mais antigo; espera enquanto não há.
    Queue.put_nowait | Adds an item, or raises Full. | Põe um item, ou levanta Full.
    Queue.get_nowait | Takes the oldest item, or raises Empty. | Tira o item mais antigo, ou levanta Empty.
    Queue.qsize | How many items wait. | Quantos itens esperam.
    Queue.empty | Whether no item waits. | Se nenhum item espera.
    Queue.full | Whether there is no room. | Se não há espaço.
    Queue.shutdown | Closes the queue: no more put, and get ends once it is empty. | Fecha a fila: não há mais put, e get acaba quando ela esvazia.
    Queue.close | Lets go of the queue here. | Larga a fila aqui.
    Lock.acquire | Takes the lock; waits while another process has it. | Pega a trava; espera enquanto outro processo a tem.
    Lock.release | Gives the lock back. | Devolve a trava.
    Semaphore.acquire | Takes a place; waits while there is none. | Pega um lugar; espera enquanto não há.
    Semaphore.release | Gives a place back. | Devolve um lugar.
    Condition.wait | Gives the lock back until a notification comes. | Devolve a trava até vir um aviso.
    Condition.wait_for | Waits until the function gives a true value. | Espera até a função dar um valor verdadeiro.
    Condition.notify | Wakes one that waits, or n. | Acorda um dos que esperam, ou n.
    Condition.notify_all | Wakes all that wait. | Acorda todos os que esperam.
    Event.set | Raises the flag and wakes all that wait. | Levanta a bandeira e acorda todos os que esperam.
    Event.clear | Lowers the flag. | Abaixa a bandeira.
    Event.wait | Waits until the flag is up. | Espera até a bandeira estar levantada.
    Event.is_set | Whether the flag is up. | Se a bandeira está levantada.
    Barrier.wait | Waits until all have come. | Espera até todos chegarem.
    Barrier.reset | Begins anew; those that wait get an error. | Recomeça; quem espera recebe um erro.
    Barrier.abort | Breaks the barrier for all. | Quebra a barreira para todos.
    Connection.send | Sends an object to the other end. | Envia um objeto à outra ponta.
    Connection.recv | Waits for an object from the other end. | Espera um objeto da outra ponta.
    Connection.poll | Whether there is something to receive. | Se há algo a receber.
    Connection.close | Closes this end. | Fecha esta ponta.
    multiprocessing | Processes and what they share. | Processos e o que eles dividem.
    multiprocessing.Array | Numbers that processes share, with their lock. | Números que processos dividem, com sua trava.
    multiprocessing.Barrier | Each waits until so many processes have come. | Cada um espera até que tantos processos cheguem.
    multiprocessing.BoundedSemaphore | A semaphore that refuses to be released too often. | Um semáforo que recusa liberações a mais.
    multiprocessing.Condition | Waiting, under a lock, until another process says that something changed. | Espera, sob uma trava, até outro processo avisar que algo mudou.
    multiprocessing.Event | A flag: wait() waits until some process calls set(). | Uma bandeira: wait() espera até algum processo chamar set().
    multiprocessing.JoinableQueue | A queue whose tasks can be waited for. | Uma fila cujas tarefas se podem esperar.
    multiprocessing.Lock | Lets one process at a time through. | Deixa passar um processo por vez.
    multiprocessing.Manager | A process that keeps lists, dicts and more for others. | Um processo que guarda listas, dicts e mais para os outros.
    multiprocessing.Pipe | Two connected ends: what one sends the other receives. | Duas pontas ligadas: o que uma envia a outra recebe.
    multiprocessing.Pool | Worker processes that share out calls: pool.map(f, items). | Processos que dividem chamadas: pool.map(f, itens).
    multiprocessing.Process | A process that calls target(*args, **kwargs) once started. | Um processo que, iniciado, chama target(*args, **kwargs).
    multiprocessing.Queue | A queue between any number of processes. | Uma fila entre quaisquer processos.
    multiprocessing.RLock | A lock that the process which has it may take again. | Uma trava que o processo que a tem pode pegar de novo.
    multiprocessing.RawArray | Shared numbers without a lock. | Números divididos sem trava.
    multiprocessing.RawValue | A shared number without a lock. | Um número dividido sem trava.
    multiprocessing.Semaphore | Lets n processes at a time through. | Deixa passar n processos por vez.
    multiprocessing.SimpleQueue | A queue with put, get and empty. | Uma fila com put, get e empty.
    multiprocessing.Value | A number that processes share, with its lock. | Um número que processos dividem, com sua trava.
    multiprocessing.active_children | The children that have not ended. | Os filhos que não terminaram.
    multiprocessing.allow_connection_pickling | Does nothing: connections can always be sent. | Não faz nada: conexões sempre podem ser enviadas.
    multiprocessing.cpu_count | How many processors there are. | Quantos processadores há.
    multiprocessing.current_process | The process that calls. | O processo que chama.
    multiprocessing.freeze_support | Does nothing here. | Não faz nada aqui.
    multiprocessing.get_all_start_methods | The names of start methods; all fork. | Os nomes dos métodos de início; todos usam fork.
    multiprocessing.get_context | The same functions for a start method. | As mesmas funções para um método de início.
    multiprocessing.get_logger | The logger of multiprocessing. | O logger de multiprocessing.
    multiprocessing.get_start_method | How processes start: 'fork'. | Como processos iniciam: 'fork'.
    multiprocessing.log_to_stderr | Sends multiprocessing's log to standard error. | Manda o log de multiprocessing à saída de erros.
    multiprocessing.parent_process | The process that started this one. | O processo que iniciou este.
    multiprocessing.set_executable | Does nothing here. | Não faz nada aqui.
    multiprocessing.set_forkserver_preload | Does nothing here. | Não faz nada aqui.
    multiprocessing.set_start_method | Accepts any start method; all fork. | Aceita qualquer método de início; todos usam fork.
    multiprocessing.queues.Queue | A queue between any number of processes. | Uma fila entre quaisquer processos.
    multiprocessing.queues.JoinableQueue | A queue whose tasks can be waited for. | Uma fila cujas tarefas se podem esperar.
    multiprocessing.queues.SimpleQueue | A queue with put, get and empty. | Uma fila com put, get e empty.
    multiprocessing.synchronize.Lock | Lets one process at a time through. | Deixa passar um processo por vez.
    multiprocessing.synchronize.RLock | A lock that the process which has it may take again. | Uma trava que o processo que a tem pode pegar de novo.
    multiprocessing.synchronize.Condition | Waiting, under a lock, until something has changed. | Espera, sob uma trava, até algo mudar.
    multiprocessing.synchronize.Event | A flag that processes wait for. | Uma bandeira pela qual processos esperam.
    multiprocessing.synchronize.Semaphore | Lets n processes at a time through. | Deixa passar n processos por vez.
    multiprocessing.synchronize.Barrier | Each waits until so many processes have come. | Cada um espera até que tantos processos cheguem.
    multiprocessing.sharedctypes.Synchronized | A number that processes share. | Um número que processos dividem.
    multiprocessing.sharedctypes.SynchronizedArray | Numbers that processes share. | Números que processos dividem.
    multiprocessing.connection.Connection | One end of a pipe. | Uma ponta de um pipe.
    JoinableQueue.task_done | Says that an item which was got is dealt with. | Diz que um item recebido foi tratado.
    JoinableQueue.join | Waits until every item ever put is dealt with. | Espera até que todo item posto tenha sido tratado.
    Synchronized.add | Adds a number in one step and gives the new value. | Soma um número num só passo e dá o novo valor.
    Synchronized.update | Changes the value by a function in one step. | Muda o valor por uma função num só passo.
    Synchronized.get_lock | The lock that guards the value. | A trava que guarda o valor.
    multiprocessing.connection | Connections between processes, over sockets too. | Conexões entre processos, também por sockets.
    multiprocessing.connection.Client | Connects to a Listener. | Liga-se a um Listener.
    multiprocessing.connection.Listener | Waits for connections at an address. | Espera conexões num endereço.
    multiprocessing.connection.wait | Waits until one of several connections or processes is ready. | Espera até que uma de várias conexões ou processos esteja pronto.
    multiprocessing.connection.Pipe | Two connected ends. | Duas pontas ligadas.
    multiprocessing.connection.answer_challenge | Proves that this side knows the key. | Prova que este lado conhece a chave.
    multiprocessing.connection.deliver_challenge | Has the other side prove that it knows the key. | Faz o outro lado provar que conhece a chave.
    multiprocessing.pool | Pools of worker processes. | Grupos de processos trabalhadores.
    multiprocessing.managers | Processes that keep objects for others. | Processos que guardam objetos para os outros.
    multiprocessing.shared_memory | Blocks of memory that processes share by name. | Blocos de memória que processos dividem pelo nome.
    multiprocessing.queues | The types of queues. | Os tipos de filas.
    multiprocessing.synchronize | The types of locks and their like. | Os tipos de travas e afins.
    multiprocessing.sharedctypes | The types of shared numbers. | Os tipos de números divididos.
    concurrent.futures | Calls carried out by other processes. | Chamadas feitas por outros processos.
    concurrent.futures.ProcessPoolExecutor | Worker processes that carry out calls. | Processos que fazem chamadas.
    concurrent.futures.ThreadPoolExecutor | The same within this process. | O mesmo dentro deste processo.
    concurrent.futures.Future | What will come of a call. | O que virá de uma chamada.
    concurrent.futures.as_completed | Futures in the order in which they are done. | Futures na ordem em que terminam.
    concurrent.futures.wait | Waits for futures. | Espera por futures.
    """
}
