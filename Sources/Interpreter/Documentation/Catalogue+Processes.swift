// Documentation of ppd's own builtins, and of what processes, queues, locks and the like can do, by `Type.name`.

extension Catalogue {
  static let processes: StaticString = """
    spawn | Starts a process that calls target(*args, **kwargs); result() waits for what it returns. | Inicia um processo que chama target(*args, **kwargs); result() espera o que ele devolve.
    queue | A queue between any number of processes: put, get, for item in q. | Uma fila entre quaisquer processos: put, get, for item in q.
    pipe | Two connected ends: what one sends the other receives. | Duas pontas ligadas: o que uma envia a outra recebe.
    value | A number that processes share, with its lock: v.value, v.add(1). | Um número que processos dividem, com sua trava: v.value, v.add(1).
    array | Numbers that processes share, with their lock. | Números que processos dividem, com sua trava.
    lock | Lets one process at a time through: with the_lock: ... | Deixa passar um processo por vez: with trava: ...
    rlock | A lock that the process which has it may take again. | Uma trava que o processo que a tem pode pegar de novo.
    condition | Waiting, under a lock, until another process says that something changed. | Espera, sob uma trava, até outro processo avisar que algo mudou.
    event | A flag: wait() waits until some process calls set(). | Uma bandeira: wait() espera até algum processo chamar set().
    semaphore | Lets n processes at a time through. | Deixa passar n processos por vez.
    barrier | Each waits until so many processes have come. | Cada um espera até que tantos processos cheguem.
    manager | A process that keeps lists, dicts and more for others; with an address, on any machine. | Um processo que guarda listas, dicts e mais para os outros; com um endereço, em qualquer máquina.
    Process.start | Starts the process, which calls run(). | Inicia o processo, que chama run().
    Process.run | What the process does: calls the target. | O que o processo faz: chama o alvo.
    Process.join | Waits until the process ends, or timeout seconds. | Espera o processo terminar, ou timeout segundos.
    Process.is_alive | Whether the process has not ended. | Se o processo não terminou.
    Process.terminate | Ends the process by SIGTERM. | Encerra o processo com SIGTERM.
    Process.kill | Ends the process by SIGKILL. | Encerra o processo com SIGKILL.
    Process.close | Lets go of a process that has ended. | Larga um processo que terminou.
    Process.result | Waits and returns what the target returned, or raises what it raised. | Espera e devolve o que o alvo devolveu, ou levanta o que ele levantou.
    Process.authkey | What managers and listeners prove to each other that they know: bytes. | O que managers e listeners provam uns aos outros que sabem: bytes.
    Process.daemon | Whether it ends with its parent; to be set before start(). | Se termina com o pai; a definir antes de start().
    Process.exitcode | None while it runs; its exit code, or minus the signal that ended it. | None enquanto roda; o código com que saiu, ou menos o sinal que o encerrou.
    Process.ident | The number of the process, None before start(). | O número do processo, None antes de start().
    Process.name | The name, for people. | O nome, para as pessoas.
    Process.pid | The number of the process, None before start(). | O número do processo, None antes de start().
    Process.sentinel | A descriptor that can be read once the process has ended. | Um descritor que se pode ler quando o processo terminou.
    Queue.put | Adds an item; waits while a bounded queue is full, Full after timeout seconds. | Põe um item; espera enquanto uma fila limitada está cheia, Full após timeout segundos.
    Queue.get | Takes the oldest item; waits while there is none, Empty after timeout seconds. | Tira o item mais antigo; espera enquanto não há, Empty após timeout segundos.
    Queue.put_nowait | Adds an item, or raises Full. | Põe um item, ou levanta Full.
    Queue.get_nowait | Takes the oldest item, or raises Empty. | Tira o item mais antigo, ou levanta Empty.
    Queue.qsize | How many items wait. | Quantos itens esperam.
    Queue.empty | Whether no item waits. | Se nenhum item espera.
    Queue.full | Whether there is no room. | Se não há espaço.
    Queue.shutdown | Closes the queue for all: no more put, and get ends once it is empty, or at once. | Fecha a fila para todos: não há mais put, e get acaba quando ela esvazia, ou já.
    Queue.close | Lets go of the queue here; what was put is delivered. | Larga a fila aqui; o que foi posto é entregue.
    Queue.join_thread | For after close(): there is no thread to wait for. | Para depois de close(): não há thread a esperar.
    Queue.cancel_join_thread | Does nothing: there is no thread. | Não faz nada: não há thread.
    Queue.task_done | Says that an item which was got is dealt with. | Diz que um item recebido foi tratado.
    Queue.join | Waits until every item ever put is dealt with. | Espera até que todo item posto tenha sido tratado.
    Lock.acquire | Takes the lock; waits while another process has it, False after timeout seconds. | Pega a trava; espera enquanto outro processo a tem, False após timeout segundos.
    Lock.release | Gives the lock back. | Devolve a trava.
    Lock.locked | Whether somebody has the lock. | Se alguém tem a trava.
    Semaphore.acquire | Takes a place; waits while there is none, False after timeout seconds. | Pega um lugar; espera enquanto não há, False após timeout segundos.
    Semaphore.release | Gives a place back. | Devolve um lugar.
    Semaphore.get_value | How many places are free. | Quantos lugares estão livres.
    Condition.acquire | Takes the condition's lock. | Pega a trava da condição.
    Condition.release | Gives the condition's lock back. | Devolve a trava da condição.
    Condition.wait | Gives the lock back until a notification comes. | Devolve a trava até vir um aviso.
    Condition.wait_for | Waits until the function gives a true value. | Espera até a função dar um valor verdadeiro.
    Condition.notify | Wakes one that waits, or n. | Acorda um dos que esperam, ou n.
    Condition.notify_all | Wakes all that wait. | Acorda todos os que esperam.
    Event.set | Raises the flag and wakes all that wait. | Levanta a bandeira e acorda todos os que esperam.
    Event.clear | Lowers the flag. | Abaixa a bandeira.
    Event.wait | Waits until the flag is up, False after timeout seconds. | Espera até a bandeira estar levantada, False após timeout segundos.
    Event.is_set | Whether the flag is up. | Se a bandeira está levantada.
    Barrier.wait | Waits until all have come, and gives each another number from 0. | Espera até todos chegarem, e dá a cada um outro número a partir de 0.
    Barrier.reset | Begins anew; those that wait get BrokenBarrierError. | Recomeça; quem espera recebe BrokenBarrierError.
    Barrier.abort | Breaks the barrier for all: BrokenBarrierError. | Quebra a barreira para todos: BrokenBarrierError.
    Barrier.broken | Whether the barrier is broken. | Se a barreira está quebrada.
    Barrier.n_waiting | How many have come. | Quantos chegaram.
    Barrier.parties | How many have to come. | Quantos devem chegar.
    Shared.name | The name by which :ps and reports call it. | O nome com que :ps e os relatórios o chamam.
    Connection.send | Sends an object to the other end. | Envia um objeto à outra ponta.
    Connection.recv | Waits for an object from the other end; EOFError when none can come. | Espera um objeto da outra ponta; EOFError se nenhum pode vir.
    Connection.poll | Whether there is something to receive; waits up to timeout seconds. | Se há algo a receber; espera até timeout segundos.
    Connection.send_bytes | Sends bytes as one message. | Envia bytes como uma mensagem.
    Connection.recv_bytes | Waits for a message of bytes. | Espera uma mensagem de bytes.
    Connection.recv_bytes_into | Waits for bytes and writes them into a bytearray. | Espera bytes e os grava num bytearray.
    Connection.close | Closes this end. | Fecha esta ponta.
    Connection.closed | Whether this end is closed. | Se esta ponta está fechada.
    Connection.fileno | A number that wait and select can use. | Um número que wait e select podem usar.
    Connection.readable | Whether this end receives. | Se esta ponta recebe.
    Connection.writable | Whether this end sends. | Se esta ponta envia.
    Listener.accept | Waits for a client and gives the connection to it. | Espera um cliente e dá a conexão com ele.
    Listener.address | Where it listens. | Onde escuta.
    Listener.close | Listens no more. | Deixa de escutar.
    Listener.fileno | A number that select can use. | Um número que select pode usar.
    Listener.last_accepted | The address of the last client, if it has one. | O endereço do último cliente, se tem um.
    Synchronized.acquire | Takes the lock that guards it. | Pega a trava que o guarda.
    Synchronized.release | Gives the lock that guards it back. | Devolve a trava que o guarda.
    Synchronized.add | Adds a number in one step and gives the new value. | Soma um número num só passo e dá o novo valor.
    Synchronized.update | Changes the value by a function in one step and gives the new one. | Muda o valor por uma função num só passo e dá o novo.
    Synchronized.get_lock | The lock that guards it: with v.get_lock(): ... | A trava que o guarda: with v.get_lock(): ...
    Synchronized.get_obj | The memory without its lock. | A memória sem sua trava.
    Synchronized.value | The value that all processes see. | O valor que todos os processos veem.
    SynchronizedString.value | The bytes up to the first zero. | Os bytes até o primeiro zero.
    SynchronizedString.raw | All bytes. | Todos os bytes.
    Pool.apply | Has a worker call the function, and waits for the result. | Faz um trabalhador chamar a função, e espera o resultado.
    Pool.apply_async | The same without waiting: get() of what it returns waits. | O mesmo sem esperar: get() do que devolve espera.
    Pool.close | No more calls: the workers end when all are done. | Não há mais chamadas: os trabalhadores terminam quando tudo estiver feito.
    Pool.imap | As map, with each result as soon as it is there. | Como map, com cada resultado assim que existe.
    Pool.imap_unordered | As imap, in the order in which results come. | Como imap, na ordem em que os resultados vêm.
    Pool.join | Waits until the workers have ended; after close() or terminate(). | Espera os trabalhadores terminarem; depois de close() ou terminate().
    Pool.map | Calls the function with each item, and gives the results as a list. | Chama a função com cada item, e dá os resultados numa lista.
    Pool.map_async | As map without waiting: get() of what it returns waits. | Como map sem esperar: get() do que devolve espera.
    Pool.starmap | As map, with each item's parts as the arguments. | Como map, com as partes de cada item como argumentos.
    Pool.starmap_async | As starmap without waiting: get() of what it returns waits. | Como starmap sem esperar: get() do que devolve espera.
    Pool.terminate | Ends the workers at once. | Encerra os trabalhadores já.
    ApplyResult.get | Waits for the result and returns it, or raises what the call raised. | Espera o resultado e o devolve, ou levanta o que a chamada levantou.
    ApplyResult.ready | Whether the result is there. | Se o resultado já existe.
    ApplyResult.successful | Whether the call raised nothing; ValueError before it is done. | Se a chamada não levantou nada; ValueError antes de terminar.
    ApplyResult.wait | Waits until the result is there, or timeout seconds. | Espera até o resultado existir, ou timeout segundos.
    IMapIterator.next | The next result; waits for it, up to timeout seconds. | O próximo resultado; espera por ele, até timeout segundos.
    BaseManager.start | Starts the manager's process. | Inicia o processo do manager.
    BaseManager.connect | Connects to a manager at the address. | Liga-se a um manager no endereço.
    BaseManager.shutdown | Ends the manager's process. | Encerra o processo do manager.
    BaseManager.join | Waits until the manager's process has ended. | Espera o processo do manager terminar.
    BaseManager.register | Makes known what the manager can create or give out, by its name. | Diz o que o manager pode criar ou dar, pelo nome.
    BaseManager.address | Where the manager is reached. | Onde se alcança o manager.
    BaseManager.get_server | The server that does the work, for a process of one's own. | O servidor que faz o trabalho, para um processo próprio.
    BaseManager.serve_forever | Serves in this process, until it is told to end. | Serve neste processo, até mandarem terminar.
    SyncManager.Array | An array that the manager keeps. | Um vetor guardado pelo manager.
    SyncManager.Barrier | A barrier that the manager keeps. | Uma barreira guardada pelo manager.
    SyncManager.BoundedSemaphore | A semaphore that refuses to be released too often. | Um semáforo que recusa liberações a mais.
    SyncManager.Condition | A condition that the manager keeps. | Uma condição guardada pelo manager.
    SyncManager.Event | An event that the manager keeps. | Um evento guardado pelo manager.
    SyncManager.JoinableQueue | A queue whose tasks can be waited for. | Uma fila cujas tarefas se podem esperar.
    SyncManager.Lock | A lock that the manager keeps. | Uma trava guardada pelo manager.
    SyncManager.Namespace | An object for any attributes, kept by the manager. | Um objeto para quaisquer atributos, guardado pelo manager.
    SyncManager.Pool | Worker processes of the manager. | Processos trabalhadores do manager.
    SyncManager.Queue | A queue that the manager keeps. | Uma fila guardada pelo manager.
    SyncManager.RLock | A lock that its owner may take again. | Uma trava que o dono pode pegar de novo.
    SyncManager.Semaphore | A semaphore that the manager keeps. | Um semáforo guardado pelo manager.
    SyncManager.Value | A value that the manager keeps. | Um valor guardado pelo manager.
    SyncManager.array | An array that the manager keeps. | Um vetor guardado pelo manager.
    SyncManager.barrier | A barrier that the manager keeps. | Uma barreira guardada pelo manager.
    SyncManager.condition | A condition that the manager keeps. | Uma condição guardada pelo manager.
    SyncManager.dict | A dict that the manager keeps. | Um dict guardado pelo manager.
    SyncManager.event | An event that the manager keeps. | Um evento guardado pelo manager.
    SyncManager.list | A list that the manager keeps. | Uma lista guardada pelo manager.
    SyncManager.lock | A lock that the manager keeps. | Uma trava guardada pelo manager.
    SyncManager.namespace | An object for any attributes, kept by the manager. | Um objeto para quaisquer atributos, guardado pelo manager.
    SyncManager.pool | Worker processes of the manager. | Processos trabalhadores do manager.
    SyncManager.queue | A queue that the manager keeps. | Uma fila guardada pelo manager.
    SyncManager.rlock | A lock that its owner may take again. | Uma trava que o dono pode pegar de novo.
    SyncManager.semaphore | A semaphore that the manager keeps. | Um semáforo guardado pelo manager.
    SyncManager.value | A value that the manager keeps. | Um valor guardado pelo manager.
    SharedMemoryManager.ShareableList | A list in shared memory that goes with the manager. | Uma lista em memória compartilhada que some com o manager.
    SharedMemoryManager.SharedMemory | Shared memory that goes with the manager. | Memória compartilhada que some com o manager.
    Server.serve_forever | Serves until it is told to end. | Serve até mandarem terminar.
    ValueProxy.get | The value. | O valor.
    ValueProxy.set | Sets the value. | Define o valor.
    ValueProxy.value | The value. | O valor.
    ShareableList.count | How often an item occurs. | Quantas vezes um item ocorre.
    ShareableList.format | How the items could be packed by the module struct. | Como o módulo struct empacotaria os itens.
    ShareableList.index | Where an item is; ValueError where it is not. | Onde está um item; ValueError se não está.
    SharedMemory.buf | The bytes, as a memoryview. | Os bytes, num memoryview.
    SharedMemory.close | Lets go of the memory here. | Larga a memória aqui.
    SharedMemory.name | The name by which others open it. | O nome pelo qual outros a abrem.
    SharedMemory.size | How many bytes it has. | Quantos bytes tem.
    SharedMemory.unlink | Takes the name away; the memory goes with its last user. | Retira o nome; a memória some com o último que a usa.
    Segment.close | Lets go of the memory here. | Larga a memória aqui.
    Segment.unlink | Takes a name away. | Retira um nome.
    Executor.submit | Hands a call over and gives its Future. | Entrega uma chamada e dá seu Future.
    Executor.map | Calls the function with each item; results in order. | Chama a função com cada item; resultados em ordem.
    Executor.shutdown | No more calls; waits for those that run. | Não há mais chamadas; espera as que rodam.
    Future.add_done_callback | Has a function called with the Future once it is done. | Faz chamar uma função com o Future quando terminar.
    Future.cancel | Takes the call back, if it has not begun. | Retira a chamada, se não começou.
    Future.cancelled | Whether the call was taken back. | Se a chamada foi retirada.
    Future.done | Whether the call is done or taken back. | Se a chamada terminou ou foi retirada.
    Future.exception | Waits and gives what the call raised, or None. | Espera e dá o que a chamada levantou, ou None.
    Future.result | Waits for what the call returns, or raises what it raised. | Espera o que a chamada devolve, ou levanta o que ela levantou.
    Future.running | Whether the call runs. | Se a chamada está rodando.
    Future.set_running_or_notify_cancel | For executors: says that the call begins. | Para executores: diz que a chamada começa.
    Future.set_result | For executors: says what the call returned. | Para executores: diz o que a chamada devolveu.
    Future.set_exception | For executors: says what the call raised. | Para executores: diz o que a chamada levantou.
    """
}
