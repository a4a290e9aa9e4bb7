// to come
let channels: [String: Scenario] = [:]
