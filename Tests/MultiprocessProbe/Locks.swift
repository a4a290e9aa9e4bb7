// to come
let locks: [String: Scenario] = [:]
