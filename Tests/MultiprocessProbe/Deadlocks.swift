// to come
let deadlocks: [String: Scenario] = [:]
