// to come
let processes: [String: Scenario] = [:]
